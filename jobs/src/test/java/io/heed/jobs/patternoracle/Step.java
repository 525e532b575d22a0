package io.heed.jobs.patternoracle;

import io.heed.events.CareEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One thing that an operator gets to see. */
sealed interface Step {
    /** The time of the event, or the time that has passed. */
    long timeMillis();

    /** An event arrives, be it in order, behind others, late or a second time. */
    record Arrives(CareEvent event) implements Step {
        @Override
        public long timeMillis() {
            return event.timeMillis();
        }
    }

    /** A watermark says that all up to a time has come. */
    record Passes(long timeMillis) implements Step {}

    /** Up to when all has come by these steps. */
    static long passedMillis(List<Step> steps) {
        return steps.stream()
                .filter(Passes.class::isInstance)
                .mapToLong(Step::timeMillis)
                .max()
                .orElse(Long.MIN_VALUE);
    }

    /** The steps without the second and later arrivals of any event. */
    static List<Step> withoutDuplicates(List<Step> steps) {
        Set<String> seen = new HashSet<>();
        return steps.stream()
                .filter(step -> !(step instanceof Arrives arrives) || seen.add(identity(arrives.event())))
                .toList();
    }

    private static String identity(CareEvent event) {
        return event.subject() + "/" + event.source() + "/" + event.id();
    }
}
