package io.heed.jobs.flink.customer;

import io.heed.jobs.customer.Tally;
import io.heed.jobs.flink.counting.DurableCounts;
import io.heed.jobs.understanding.MessageFate;
import io.heed.patterns.PatternTally;

/** Counts in a job's durable counts. */
record CountingTally(DurableCounts counts) implements Tally {
    @Override
    public void count(Fate fate) {
        counts.add(fate.counter(), 1);
    }

    @Override
    public void countMessage(MessageFate fate, String language) {
        counts.addNew(fate.counter(language), 1);
    }

    @Override
    public void countUnprofiled(long predictions) {
        counts.add(UNPROFILED, predictions);
    }

    @Override
    public void countPattern(String key, PatternTally.Figure figure, long more) {
        counts.addNew(PatternCounts.name(key, figure), more);
    }
}
