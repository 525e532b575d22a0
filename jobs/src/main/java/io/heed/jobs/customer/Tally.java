package io.heed.jobs.customer;

import io.heed.jobs.understanding.MessageFate;
import io.heed.patterns.PatternTally;
import java.util.Locale;

/** Counts what became of customers' events: each is counted under exactly one fate. */
public interface Tally {
    /** The name of the counter of {@link #countUnprofiled}. */
    String UNPROFILED = "unprofiledPredictions";

    /** What can become of an event. */
    enum Fate {
        /** It went through all stages. */
        HANDLED,
        /** It was seen before. */
        DUPLICATE,
        /** It came after its time had passed. */
        LATE,
        /** It is from before its customer was erased. */
        ERASED;

        private final String counter = name().toLowerCase(Locale.ROOT);

        /** The name of its counter. */
        public String counter() {
            return counter;
        }
    }

    /** Counts an event. */
    void count(Fate fate);

    /** Counts what became of the text of a customer's message. */
    default void countMessage(MessageFate fate, String language) {}

    /** Counts predictions that were neither given on nor kept, since their customer has not agreed to be profiled. */
    default void countUnprofiled(long predictions) {}

    /** Counts what a version of a pattern did; see {@link io.heed.patterns.PatternTally}. */
    default void countPattern(String key, PatternTally.Figure figure, long more) {}
}
