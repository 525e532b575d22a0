package io.heed.jobs.training;

import static java.util.Comparator.comparing;

import io.heed.jobs.customer.CareResult;
import io.heed.jobs.customer.CareResult.Labelled;
import io.heed.jobs.customer.CareResult.Sliced;
import io.heed.models.label.SlicedDecision;
import io.heed.models.label.TrainingRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Brings the decisions that a job gives together with their labels, target by target. */
public final class LabelledDecisions {
    private static final Comparator<TrainingRow> ORDER = comparing(TrainingRow::customer)
            .thenComparingLong(TrainingRow::timeMillis)
            .thenComparing(TrainingRow::event);

    private final Map<String, OfTarget> byTarget = new HashMap<>();

    private record Decision(String customer, String event) {}

    private static final class OfTarget {
        private final Map<Decision, List<String>> slices = new HashMap<>();
        private final List<TrainingRow> rows = new ArrayList<>();
        private long decisions;
    }

    /** Takes one result of the job. */
    public void add(CareResult result) {
        if (result instanceof Labelled labelled) {
            of(labelled.row().target()).rows.add(labelled.row());
        } else if (result instanceof Sliced sliced) {
            SlicedDecision decision = sliced.decision();
            OfTarget target = of(decision.target());
            target.slices.put(new Decision(decision.customer(), decision.event()), decision.slices());
            target.decisions++;
        }
    }

    /** The rows of a target by customer, time and event. */
    public List<LabelledDecision> rows(String target) {
        OfTarget known = of(target);
        return known.rows.stream()
                .sorted(ORDER)
                .map(row -> new LabelledDecision(row, slices(known, row)))
                .toList();
    }

    /** How many decisions of a target have no label, since intake was not complete or the recording ended before. */
    public long censored(String target) {
        OfTarget known = of(target);
        return known.decisions - known.rows.size();
    }

    private static List<String> slices(OfTarget target, TrainingRow row) {
        return target.slices.getOrDefault(new Decision(row.customer(), row.event()), List.of());
    }

    private OfTarget of(String target) {
        return byTarget.computeIfAbsent(target, name -> new OfTarget());
    }
}
