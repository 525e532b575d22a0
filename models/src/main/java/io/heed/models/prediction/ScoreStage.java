package io.heed.models.prediction;

import io.heed.models.repository.ModelContract;
import io.heed.models.repository.ModelFeature;
import io.heed.models.scoring.ServedModel;
import io.heed.models.target.Target;
import io.heed.models.target.Targets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Scores customers at their decisions with every version that is due to them. One for each slot; not for several threads. */
public final class ScoreStage implements AutoCloseable {
    private final Map<String, List<LineupHistory>> byDecision = new HashMap<>();
    private long unscorable;

    /**
     * A stage for some models.
     *
     * @param targets the targets that the models predict
     * @param models who serves each model; the stage closes them
     * @throws IllegalArgumentException where a model's target is not declared
     */
    public ScoreStage(Targets targets, List<LineupHistory> models) {
        for (LineupHistory model : models) {
            Target target = targets.require(model.target());
            byDecision
                    .computeIfAbsent(target.decision(), type -> new ArrayList<>())
                    .add(model);
        }
    }

    /** Whether customers are scored at events of a type. */
    public boolean decidesOn(String eventType) {
        return byDecision.containsKey(eventType);
    }

    /**
     * The predictions for one decision: by model in the given order, champion or challenger before shadows.
     *
     * @param features the value of a feature by name, NaN where it is absent
     */
    public List<Prediction> predictions(Decision decision, ToDoubleFunction<String> features) {
        List<Prediction> predictions = new ArrayList<>();
        for (LineupHistory model : byDecision.getOrDefault(decision.eventType(), List.of())) {
            for (Lineup.Due due : model.at(decision.timeMillis()).dueTo(decision.customer())) {
                add(predictions, decision, due, features);
            }
        }
        return predictions;
    }

    /** How many predictions were left out because a model gave no number. */
    public long unscorable() {
        return unscorable;
    }

    /** Gives all models back. */
    @Override
    public void close() {
        byDecision.values().forEach(models -> models.forEach(LineupHistory::close));
        byDecision.clear();
    }

    private void add(
            List<Prediction> predictions, Decision decision, Lineup.Due due, ToDoubleFunction<String> features) {
        ServedModel served = due.served();
        double[] row = served.contract().features().stream()
                .map(ModelFeature::name)
                .mapToDouble(features)
                .toArray();
        double score = served.score(row);
        if (Double.isNaN(score)) {
            unscorable++;
            return;
        }
        predictions.add(prediction(decision, due, row, score));
    }

    private static Prediction prediction(Decision decision, Lineup.Due due, double[] row, double score) {
        ServedModel served = due.served();
        ModelContract contract = served.contract();
        List<FeatureValue> values = new ArrayList<>(row.length);
        for (int i = 0; i < row.length; i++) {
            values.add(new FeatureValue(contract.features().get(i).name(), Double.isFinite(row[i]) ? row[i] : null));
        }
        boolean explained = due.arm() != Arm.SHADOW && score >= contract.explainFrom();
        return new Prediction(
                contract.model(),
                contract.version(),
                served.hash(),
                contract.target(),
                decision.customer(),
                due.arm(),
                score,
                contract.threshold(),
                decision.eventId(),
                decision.timeMillis(),
                values,
                served.baselineScore(),
                explained ? contributions(served, values, row, score) : List.of());
    }

    private static List<Contribution> contributions(
            ServedModel served, List<FeatureValue> values, double[] row, double score) {
        double[] parts = served.contributions(row, score);
        List<Contribution> contributions = new ArrayList<>(parts.length);
        for (int i = 0; i < parts.length; i++) {
            contributions.add(
                    new Contribution(values.get(i).name(), values.get(i).value(), parts[i]));
        }
        return contributions;
    }
}
