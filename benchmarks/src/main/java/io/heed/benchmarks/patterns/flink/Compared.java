package io.heed.benchmarks.patterns.flink;

import io.heed.events.CareEvent;
import java.io.Serializable;
import org.apache.flink.cep.pattern.conditions.IterativeCondition;

/** A plain CEP condition that compares an event with that of an earlier stage, once the event by itself could fit. */
final class Compared extends IterativeCondition<CareEvent> {
    private static final long serialVersionUID = 1L;

    private final String earlierStage;
    private final Test test;
    private final Comparison comparison;

    /** Whether an event by itself could fit. */
    @FunctionalInterface
    interface Test extends Serializable {
        boolean holds(CareEvent event);
    }

    /** Whether an event fits an earlier one. */
    @FunctionalInterface
    interface Comparison extends Serializable {
        boolean holds(CareEvent event, CareEvent earlier);
    }

    Compared(String earlierStage, Test test, Comparison comparison) {
        this.earlierStage = earlierStage;
        this.test = test;
        this.comparison = comparison;
    }

    @Override
    public boolean filter(CareEvent event, Context<CareEvent> match) throws Exception {
        if (!test.holds(event)) {
            return false;
        }
        for (CareEvent earlier : match.getEventsForPattern(earlierStage)) {
            return comparison.holds(event, earlier);
        }
        return false;
    }
}
