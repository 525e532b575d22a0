package io.heed.jobs.commands.reporting;

import io.heed.jobs.customer.CareResult;
import io.heed.jobs.customer.CareResult.CameLate;
import io.heed.jobs.customer.CareResult.Decided;
import io.heed.jobs.customer.CareResult.ModelChecked;
import io.heed.jobs.customer.CareResult.Predicted;
import io.heed.jobs.customer.CareResult.Triggered;
import io.heed.models.health.ModelHealth;
import io.heed.triggers.contract.CareTrigger;
import io.heed.triggers.contract.Decision;
import io.heed.triggers.contract.DecisionOutcome;
import io.heed.triggers.contract.TriggerStep;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds up what a replay gives while it comes. One thread writes; others may ask how far it is. */
public final class ReplayLedger {
    private final Map<String, RankedTrigger> triggers = new HashMap<>();
    private final TreeMap<String, PlayTally> plays = new TreeMap<>();
    private final TreeMap<LocalDate, Long> raisedByDay = new TreeMap<>();
    private final TreeMap<String, Long> heldByReason = new TreeMap<>();
    private final TreeMap<String, Long> predictionsByModel = new TreeMap<>();
    private final List<ModelHealth> modelAlarms = new ArrayList<>();
    private volatile long newestMillis = Long.MIN_VALUE;
    private volatile int raised;

    /** Takes one result. */
    public void add(CareResult result) {
        if (result instanceof Triggered triggered) {
            add(triggered.trigger());
        } else if (result instanceof Decided decided) {
            add(decided.decision());
        } else if (result instanceof Predicted predicted) {
            reach(predicted.prediction().timeMillis());
            predictionsByModel.merge(predicted.prediction().model(), 1L, Long::sum);
        } else if (result instanceof ModelChecked checked
                && !checked.health().alarms().isEmpty()) {
            modelAlarms.add(checked.health());
        } else if (result instanceof CameLate late) {
            reach(late.event().timeMillis());
        }
    }

    /** The newest time that any result speaks of, or the least long before the first. */
    public long newestMillis() {
        return newestMillis;
    }

    /** How many triggers were raised so far. */
    public int raised() {
        return raised;
    }

    private void add(CareTrigger trigger) {
        reach(trigger.timeMillis());
        RankedTrigger known = triggers.get(trigger.triggerId());
        triggers.put(trigger.triggerId(), known == null ? RankedTrigger.raised(trigger) : known.after(trigger));
        tally(known == null ? trigger.play() : known.play()).add(trigger.step());
        raised = triggers.size();
        if (trigger.step() == TriggerStep.RAISED) {
            raisedByDay.merge(day(trigger.timeMillis()), 1L, Long::sum);
        }
    }

    private void add(Decision decision) {
        reach(decision.timeMillis());
        if (decision.outcome() == DecisionOutcome.HELD) {
            heldByReason.merge(decision.reason().code(), 1L, Long::sum);
            tally(decision.play()).addHeld(decision.reason().code());
        } else if (decision.outcome() == DecisionOutcome.DELAYED) {
            tally(decision.play()).addDelayed();
        }
    }

    private void reach(long timeMillis) {
        newestMillis = Math.max(newestMillis, timeMillis);
    }

    private PlayTally tally(String play) {
        return plays.computeIfAbsent(play, name -> new PlayTally());
    }

    /** All triggers, most worth doing first. */
    List<RankedTrigger> ranked() {
        return triggers.values().stream()
                .sorted(RankedTrigger.MOST_WORTH_DOING_FIRST)
                .toList();
    }

    long open() {
        return triggers.values().stream().filter(RankedTrigger::isOpen).count();
    }

    Map<String, PlayTally> plays() {
        return plays;
    }

    Map<LocalDate, Long> raisedByDay() {
        return raisedByDay;
    }

    Map<String, Long> heldByReason() {
        return heldByReason;
    }

    Map<String, Long> predictionsByModel() {
        return predictionsByModel;
    }

    /** What was said of models where something is wrong, by model, version, part and time. */
    List<ModelHealth> modelAlarms() {
        return modelAlarms.stream()
                .sorted(Comparator.comparing(ModelHealth::serving).thenComparingLong(ModelHealth::toMillis))
                .toList();
    }

    private static LocalDate day(long timeMillis) {
        return Instant.ofEpochMilli(timeMillis).atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
