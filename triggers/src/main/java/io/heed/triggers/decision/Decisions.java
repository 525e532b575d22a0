package io.heed.triggers.decision;

import io.heed.triggers.contract.CareTrigger;
import io.heed.triggers.contract.Decision;
import java.util.List;

/**
 * What came of one event or one instant of deadlines.
 *
 * @param triggers the steps of triggers to send, in the order in which they were taken
 * @param log the decisions to write to the log
 */
public record Decisions(List<CareTrigger> triggers, List<Decision> log) {
    /** Nothing was decided. */
    public static final Decisions NONE = new Decisions(List.of(), List.of());

    /** Copies the lists. */
    public Decisions {
        triggers = List.copyOf(triggers);
        log = List.copyOf(log);
    }
}
