package io.heed.jobs.commands.reporting;

import io.heed.triggers.contract.TriggerStep;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** What became of one play: how many steps of each kind, and how often it was held back, by reason. */
final class PlayTally {
    private final Map<TriggerStep, Long> steps = new EnumMap<>(TriggerStep.class);
    private final Map<String, Long> held = new TreeMap<>();
    private long delayed;

    void add(TriggerStep step) {
        steps.merge(step, 1L, Long::sum);
    }

    void addHeld(String reason) {
        held.merge(reason, 1L, Long::sum);
    }

    void addDelayed() {
        delayed++;
    }

    long of(TriggerStep step) {
        return steps.getOrDefault(step, 0L);
    }

    /** How many triggers neither expired nor were withdrawn or closed. */
    long open() {
        return of(TriggerStep.RAISED) - of(TriggerStep.WITHDRAWN) - of(TriggerStep.EXPIRED) - of(TriggerStep.CLOSED);
    }

    Map<String, Long> held() {
        return held;
    }

    long delayed() {
        return delayed;
    }
}
