package io.heed.models.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.heed.models.repository.ContractPlaces;
import io.heed.models.repository.InputKind;
import io.heed.models.repository.ModelContract;
import io.heed.models.repository.ModelFeature;
import io.heed.models.repository.ModelKind;
import io.heed.models.repository.ModelOutput;
import io.heed.models.repository.ScoreKind;
import io.heed.models.repository.TrainingFacts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Contributions of random models, float32 inside, against switching features one by one in runs of their own. */
class ContributionsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void theyAddUpAndAreThoseOfRunsOfSingleRows(long seed) throws Exception {
        Random random = new Random(seed);
        int features = 1 + random.nextInt(60);
        try (OnnxModel model = model(random, features)) {
            for (int trial = 0; trial < 20; trial++) {
                double[] baseline = row(random, features);
                double[] row = row(random, features);
                double score = model.score(row);
                double baselineScore = model.score(baseline);

                double[] found = Contributions.of(model, row, score, baseline, baselineScore);

                assertThat(Arrays.stream(found).sum()).isCloseTo(score - baselineScore, within(1e-6));
                assertThat(found).containsExactly(oneByOne(model, row, baseline), within(1e-6));
                assertThat(model.score(row)).isEqualTo(score);
            }
        }
    }

    @Test
    void aFeatureAtItsBaselineContributesNothing() throws Exception {
        Random random = new Random(30);
        try (OnnxModel model = model(random, 12)) {
            double[] baseline = row(random, 12);
            double[] row = baseline.clone();
            row[5] += 1;

            double[] found = Contributions.of(model, row, model.score(row), baseline, model.score(baseline));

            for (int i = 0; i < 12; i++) {
                assertThat(found[i]).isCloseTo(i == 5 ? model.score(row) - model.score(baseline) : 0, within(1e-6));
            }
        }
    }

    /** In the contract's order and in reverse, every row alone, the two averaged. */
    private static double[] oneByOne(OnnxModel model, double[] row, double[] baseline) {
        double[] contributions = new double[row.length];
        double[] forward = baseline.clone();
        double[] backward = baseline.clone();
        for (int step = 0; step < row.length; step++) {
            int last = row.length - 1 - step;
            contributions[step] += switched(model, forward, step, row[step]) / 2;
            contributions[last] += switched(model, backward, last, row[last]) / 2;
        }
        return contributions;
    }

    private static double switched(OnnxModel model, double[] row, int feature, double value) {
        double before = model.score(row);
        row[feature] = value;
        return model.score(row) - before;
    }

    private OnnxModel model(Random random, int features) throws Exception {
        Path graph = folder.resolve("model.onnx");
        Files.write(graph, TreeGraph.random(random, features, 1 + random.nextInt(100), 5));
        return OnnxModel.open(graph, contract(features), new ContractPlaces("model.yaml", Map.of()));
    }

    private static double[] row(Random random, int features) {
        double[] row = new double[features];
        for (int i = 0; i < features; i++) {
            row[i] = random.nextInt(6) == 0 ? Double.NaN : random.nextGaussian() * 2;
        }
        return row;
    }

    private static ModelContract contract(int features) {
        List<ModelFeature> named = IntStream.range(0, features)
                .mapToObj(i -> new ModelFeature("f" + i, "hash", "", i % 2 == 0 ? 0 : -1, "f" + i))
                .toList();
        return new ModelContract(
                "m",
                1,
                ModelKind.TABULAR,
                "",
                "t",
                InputKind.VECTOR,
                "",
                named,
                new ModelOutput(null, ScoreKind.LOGIT, List.of(), "1"),
                0.5,
                0,
                List.of(),
                1e-5,
                "",
                Map.of(),
                new TrainingFacts(Map.of(), Map.of()));
    }
}
