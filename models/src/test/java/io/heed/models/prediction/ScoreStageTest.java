package io.heed.models.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.heed.events.catalogue.DefinitionFile;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.catalogue.Workspace;
import io.heed.events.change.Change;
import io.heed.events.change.ChangeAction;
import io.heed.events.change.DefinitionHistory;
import io.heed.events.change.DefinitionKind;
import io.heed.events.change.OnChange;
import io.heed.events.change.Running;
import io.heed.models.ModelFolder;
import io.heed.models.repository.Aliases;
import io.heed.models.repository.Deployment;
import io.heed.models.repository.ModelRepository;
import io.heed.models.scoring.ModelRegistry;
import io.heed.models.target.Targets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreStageTest {
    private static final String MODEL = "repeat-contact";
    private static final Decision DECISION = new Decision("C000123", "contact.ended", "E1", 1_000);

    private final ModelRegistry registry = new ModelRegistry();
    private Map<String, Double> features = Map.of("contacts", 2.0, "visits", 3.0);

    @TempDir
    Path root;

    @BeforeEach
    void threeVersions() {
        version(1, "torch-logit-column", "output: {kind: logit}\nexplain-from: 0");
        version(2, "sklearn-trees", "threshold: 0.9");
        version(3, "xgboost", "explain-from: 0");
    }

    @AfterEach
    void everyModelIsGivenBack() {
        assertThat(registry.size()).isZero();
    }

    @Test
    void aPredictionSaysWhoScoredWhomOnWhat() {
        try (ScoreStage stage = stage(Aliases.champion(1))) {
            List<Prediction> predictions = predictions(stage, DECISION);
            assertThat(predictions).hasSize(1);
            Prediction prediction = predictions.get(0);
            assertThat(prediction.model()).isEqualTo(MODEL);
            assertThat(prediction.version()).isEqualTo(1);
            assertThat(prediction.modelHash()).hasSize(64);
            assertThat(prediction.target()).isEqualTo(MODEL);
            assertThat(prediction.customer()).isEqualTo("C000123");
            assertThat(prediction.eventId()).isEqualTo("E1");
            assertThat(prediction.timeMillis()).isEqualTo(1_000);
            assertThat(prediction.arm()).isEqualTo(Arm.CHAMPION);
            assertThat(prediction.features())
                    .containsExactly(
                            new FeatureValue("contacts", 2.0),
                            new FeatureValue("ratio", null),
                            new FeatureValue("visits", 3.0));
        }
    }

    @Test
    void contributionsAddUpAndTheHighestAreTheReasons() {
        try (ScoreStage stage = stage(Aliases.champion(1))) {
            Prediction prediction = predictions(stage, DECISION).get(0);
            double sum = prediction.contributions().stream()
                    .mapToDouble(Contribution::contribution)
                    .sum();
            assertThat(sum).isCloseTo(prediction.score() - prediction.baselineScore(), within(1e-6));
            assertThat(prediction.reasons(2))
                    .hasSizeBetween(1, 2)
                    .allSatisfy(reason -> assertThat(reason.contribution()).isPositive());
            assertThat(prediction.reasons(1).get(0).feature()).isEqualTo("contacts");
        }
    }

    @Test
    void aScoreBelowExplainFromCarriesNoContributions() {
        features = Map.of("contacts", -3.0);
        try (ScoreStage stage = stage(Aliases.champion(2))) {
            Prediction prediction = predictions(stage, DECISION).get(0);
            assertThat(prediction.positive()).isFalse();
            assertThat(prediction.contributions()).isEmpty();
        }
    }

    @Test
    void theChallengerServesItsShareInsteadOfTheChampionAndShadowsScoreBeside() {
        Aliases aliases = new Aliases(1, new Aliases.Share(2, 0.3), List.of(new Aliases.Share(3, 0.5)));
        int customers = 2_000;
        try (ScoreStage stage = stage(aliases)) {
            int challenged = 0;
            int shadowed = 0;
            for (int i = 0; i < customers; i++) {
                String customer = "C" + i;
                List<Prediction> predictions = predictions(stage, new Decision(customer, "contact.ended", "E" + i, i));
                Prediction first = predictions.get(0);
                boolean within = Arms.position(MODEL, customer) < 0.3;
                assertThat(first.arm()).isEqualTo(within ? Arm.CHALLENGER : Arm.CHAMPION);
                assertThat(first.version()).isEqualTo(within ? 2 : 1);
                challenged += within ? 1 : 0;
                shadowed += predictions.size() - 1;
                assertThat(predictions.subList(1, predictions.size())).allSatisfy(shadow -> {
                    assertThat(shadow.arm()).isEqualTo(Arm.SHADOW);
                    assertThat(shadow.version()).isEqualTo(3);
                    assertThat(shadow.contributions()).isEmpty();
                });
            }
            assertThat(challenged / (double) customers).isCloseTo(0.3, within(0.04));
            assertThat(shadowed / (double) customers).isCloseTo(0.5, within(0.04));
        }
    }

    @Test
    void theTimeAtWhichADecisionIsHandledPicksTheVersion() {
        DefinitionHistory<Deployment> models = history(Aliases.champion(1));
        try (ScoreStage stage = stage(models)) {
            deploy(models, 1, 2_000, Aliases.champion(2));
            deploy(models, 2, 3_000, Aliases.champion(3));
            stage.follow(models);
            assertThat(IntStream.of(1_999, 2_000, 2_999, 3_000).map(time -> versionAt(stage, time)))
                    .containsExactly(1, 2, 2, 3);
        }
    }

    @Test
    void whatNoDecisionCanNeedAnyMoreIsFreedAndWhatGoesOnIsNotLoadedAgain() {
        DefinitionHistory<Deployment> models = history(Aliases.champion(1));
        AtomicInteger loads = new AtomicInteger();
        try (ScoreStage stage = counting(models, loads)) {
            assertThat(versionAt(stage, 0)).isEqualTo(1);
            deploy(models, 1, 2_000, Aliases.champion(2));
            stage.follow(models);
            assertThat(versionAt(stage, 1_999)).isEqualTo(1);
            assertThat(loads).hasValue(1);
            stage.settle(2_500);
            assertThat(versionAt(stage, 2_500)).isEqualTo(2);
            assertThat(loads).hasValue(2);
            assertThat(registry.size()).isEqualTo(1);
        }
    }

    @Test
    void onlyWhatServesNowAndNextIsLoaded() {
        DefinitionHistory<Deployment> models = history(Aliases.champion(1));
        for (int i = 1; i <= 20; i++) {
            deploy(models, i, i * 1_000L, Aliases.champion(1 + i % 3));
        }
        AtomicInteger loads = new AtomicInteger();
        try (ScoreStage stage = counting(models, loads)) {
            stage.settle(17_500);
            assertThat(versionAt(stage, 18_000)).isEqualTo(1);
            assertThat(versionAt(stage, 17_500)).isEqualTo(3);
            assertThat(loads).hasValue(2);
        }
    }

    @Test
    void aModelWithoutAChampionScoresAsAShadowOnly() {
        try (ScoreStage stage = stage(new Aliases(null, null, List.of(new Aliases.Share(3, 1))))) {
            assertThat(predictions(stage, DECISION)).extracting(Prediction::arm).containsExactly(Arm.SHADOW);
        }
    }

    @Test
    void aVersionThatWasChangedAfterItWasDeployedIsNotServed() {
        Deployment deployed = deployment(Aliases.champion(1));
        version(1, "torch-logit-column", "output: {kind: logit}\nexplain-from: 0.5");
        assertThatThrownBy(() -> load(deployed)).hasMessageContaining("but what was deployed has");
    }

    @Test
    void aModelThatGivesNoNumberGivesNoPrediction() {
        new ModelFolder(root, MODEL, 4)
                .contract(
                        ModelFolder.contract(MODEL, 4, "output: {kind: logit}").replace("absent: -1", "absent: nan"))
                .write();
        try (ScoreStage stage = stage(Aliases.champion(4))) {
            assertThat(predictions(stage, DECISION)).isEmpty();
            assertThat(stage.unscorable()).isEqualTo(1);
            features = Map.of("contacts", 2.0, "ratio", 1.0);
            assertThat(predictions(stage, DECISION)).hasSize(1);
        }
    }

    @Test
    void otherEventsAreNoDecisions() {
        try (ScoreStage stage = stage(Aliases.champion(1))) {
            assertThat(stage.decidesOn("contact.ended")).isTrue();
            assertThat(stage.decidesOn("contact.started")).isFalse();
            assertThat(predictions(stage, new Decision("C1", "contact.started", "E1", 0)))
                    .isEmpty();
        }
    }

    @Test
    void aLineupWithAVersionThatCannotBeLoadedKeepsNone() {
        version(4, "sklearn-trees", "output: {name: label}");
        assertThatThrownBy(() -> lineup(new Aliases(1, null, List.of(new Aliases.Share(4, 1)))))
                .hasMessageContaining("output.name is not an output of numbers: label");
        assertThat(registry.size()).isZero();
    }

    @Test
    void versionsOfOneModelPredictOneTarget() {
        new ModelFolder(root, MODEL, 4)
                .contract(ModelFolder.contract(MODEL, 4, "output: {kind: logit}")
                        .replace("target: repeat-contact", "target: churn"))
                .write();
        assertThatThrownBy(() -> lineup(new Aliases(1, new Aliases.Share(4, 0.1), List.of())))
                .hasMessageContaining("target is not that of the model's other versions: churn (legal: target:");
    }

    private List<Prediction> predictions(ScoreStage stage, Decision decision) {
        return stage.predictions(decision, decision.timeMillis(), this::valueOf);
    }

    private int versionAt(ScoreStage stage, long timeMillis) {
        return predictions(stage, new Decision("C1", "contact.ended", "E1", timeMillis))
                .get(0)
                .version();
    }

    private void version(int number, String graph, String more) {
        new ModelFolder(root, MODEL, number)
                .graph(graph)
                .contract(ModelFolder.contract(MODEL, number, more))
                .write();
    }

    private ScoreStage stage(Aliases aliases) {
        return stage(history(aliases));
    }

    private ScoreStage stage(DefinitionHistory<Deployment> models) {
        ScoreStage stage = new ScoreStage(targets(), this::load);
        stage.follow(models);
        stage.settle(Long.MIN_VALUE);
        return stage;
    }

    private ScoreStage counting(DefinitionHistory<Deployment> models, AtomicInteger loads) {
        ScoreStage stage = new ScoreStage(targets(), deployment -> {
            loads.incrementAndGet();
            return load(deployment);
        });
        stage.follow(models);
        return stage;
    }

    private DefinitionHistory<Deployment> history(Aliases aliases) {
        return new DefinitionHistory<>(List.of(Running.always(MODEL, 0, deployment(aliases))), deployment -> 0);
    }

    private void deploy(DefinitionHistory<Deployment> models, int number, long fromMillis, Aliases aliases) {
        Deployment deployment = deployment(aliases);
        models.apply(
                new Change(
                        number,
                        fromMillis,
                        DefinitionKind.MODEL,
                        ChangeAction.APPLY,
                        MODEL,
                        number,
                        false,
                        null,
                        new TreeMap<>(),
                        deployment.yaml()),
                deployment,
                OnChange.DROP);
    }

    private Deployment deployment(Aliases aliases) {
        return Deployment.of(new ModelRepository(root), MODEL, aliases);
    }

    private Lineup load(Deployment deployment) {
        return Lineup.load(new ModelRepository(root), deployment, registry);
    }

    private Lineup lineup(Aliases aliases) {
        return load(deployment(aliases));
    }

    private double valueOf(String feature) {
        return features.getOrDefault(feature, Double.NaN);
    }

    private static Targets targets() {
        Workspace workspace = folder -> folder.equals("models/targets")
                ? List.of(new DefinitionFile("models/targets/repeat-contact.yaml", """
                        targets:
                          repeat-contact:
                            decision: contact.ended
                            labels: [contact.started]
                            horizon: 24h
                            features: [contacts, ratio, visits]
                        """))
                : List.of();
        return Targets.load(workspace, EventCatalogue.load(workspace));
    }
}
