package io.heed.models.prediction;

import io.heed.events.change.DefinitionHistory;
import io.heed.events.change.Running;
import io.heed.models.repository.Deployment;
import io.heed.models.repository.ModelContract;
import io.heed.models.repository.ModelFeature;
import io.heed.models.scoring.LoadingAside;
import io.heed.models.scoring.ServedModel;
import io.heed.models.target.Targets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Scores customers at their decisions with every version that is due to them; the time at which a decision is handled
 * picks the versions, so that a replay scores each with those that scored it live. One for each slot; not for several
 * threads.
 */
public final class ScoreStage implements AutoCloseable {
    private final Targets targets;
    private final Function<Deployment, Lineup> loader;
    private final Map<Deployment, LoadingAside<Lineup>> lineups = new HashMap<>();
    private final Set<CompletableFuture<Void>> closing = new HashSet<>();
    private NavigableMap<Long, List<Serving>> servings = new TreeMap<>(Map.of(Long.MIN_VALUE, List.of()));
    private Set<String> decisionTypes = Set.of();
    private long passedMillis = Long.MIN_VALUE;
    private long unscorable;

    /**
     * A stage in which no model serves yet.
     *
     * @param targets the targets that models predict
     * @param loader loads and tests the versions of a deployment; it is called from another thread
     */
    public ScoreStage(Targets targets, Function<Deployment, Lineup> loader) {
        this.targets = targets;
        this.loader = loader;
    }

    /**
     * Lets models of customers serve from when on; what served before and still does is not loaded again.
     *
     * @throws IllegalArgumentException where a model's target is not declared
     */
    public void follow(DefinitionHistory<Deployment> models) {
        NavigableMap<Long, List<Serving>> followed = new TreeMap<>();
        models.lineups().forEach((fromMillis, deployed) -> followed.put(fromMillis, servings(deployed)));
        keep(followed);
    }

    /** Lets go of the versions that no decision handled after a time can need, and loads those needed now and next. */
    public void settle(long timeMillis) {
        passedMillis = Math.max(passedMillis, timeMillis);
        if (servings.floorKey(passedMillis) > servings.firstKey()) {
            keep(servings);
        }
        servings.values().stream()
                .limit(2)
                .flatMap(List::stream)
                .forEach(serving -> serving.lineup().start());
    }

    /** Whether customers are scored at events of a type, now or later. */
    public boolean decidesOn(String eventType) {
        return decisionTypes.contains(eventType);
    }

    /**
     * The predictions for one decision: by model in order of name, champion or challenger before shadows.
     *
     * @param handledMillis the event time at which the decision is handled: its own, or for slow types that of its arrival
     * @param features the value of a feature by name, NaN where it is absent
     */
    public List<Prediction> predictions(Decision decision, long handledMillis, ToDoubleFunction<String> features) {
        List<Prediction> predictions = new ArrayList<>();
        for (Serving serving :
                servings.floorEntry(Math.max(handledMillis, passedMillis)).getValue()) {
            if (serving.decision().equals(decision.eventType())) {
                for (Lineup.Due due : serving.lineup().await().dueTo(decision.customer())) {
                    add(predictions, decision, due, features);
                }
            }
        }
        return predictions;
    }

    /** How many predictions were left out because a model gave no number. */
    public long unscorable() {
        return unscorable;
    }

    /** Gives all models back, and waits for what is still being loaded, so that nothing outlives the stage. */
    @Override
    public void close() {
        letGo(lineups.values());
        lineups.clear();
        closing.forEach(CompletableFuture::join);
        servings = new TreeMap<>(Map.of(Long.MIN_VALUE, List.of()));
        decisionTypes = Set.of();
    }

    private List<Serving> servings(io.heed.events.change.Lineup<Deployment> deployed) {
        return deployed.running().stream()
                .map(Running::definition)
                .filter(deployment -> !deployment.isOfText())
                .sorted(Comparator.comparing(Deployment::model))
                .map(deployment -> new Serving(
                        targets.require(deployment.target()).decision(),
                        lineups.computeIfAbsent(
                                deployment, made -> new LoadingAside<>(() -> loader.apply(deployment), Lineup::close))))
                .toList();
    }

    /** Keeps what may serve from the time on that has passed. */
    private void keep(NavigableMap<Long, List<Serving>> all) {
        servings = new TreeMap<>(all.tailMap(all.floorKey(passedMillis), true));
        Set<LoadingAside<Lineup>> needed = new HashSet<>();
        Set<String> types = new HashSet<>();
        for (List<Serving> together : servings.values()) {
            for (Serving serving : together) {
                needed.add(serving.lineup());
                types.add(serving.decision());
            }
        }
        decisionTypes = types;
        Map<Deployment, LoadingAside<Lineup>> over = new HashMap<>(lineups);
        over.values().removeAll(needed);
        letGo(over.values());
        lineups.keySet().removeAll(over.keySet());
    }

    private void letGo(Collection<LoadingAside<Lineup>> over) {
        closing.removeIf(CompletableFuture::isDone);
        over.forEach(lineup -> closing.add(lineup.close()));
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
