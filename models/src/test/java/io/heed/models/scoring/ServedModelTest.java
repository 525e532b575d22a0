package io.heed.models.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.heed.models.ModelFolder;
import io.heed.models.repository.ModelDirectory;
import io.heed.models.repository.ModelFeature;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServedModelTest {
    private static final Path TRAINED = Path.of("src/test/resources/trained");

    private final ModelRegistry registry = new ModelRegistry();

    @TempDir
    Path repository;

    @AfterEach
    void nothingIsLeftLoaded() {
        assertThat(registry.size()).isZero();
    }

    @Test
    void aModelOfThePythonPackagePassesItsOwnSelfTest() {
        ServedModel model = registry.acquire(ModelDirectory.read(TRAINED.resolve("repeat-contact/1")));
        try {
            assertThat(model.directory().examples()).hasSize(20);
            assertThat(model.baselineScore()).isBetween(0.05, 0.5);
        } finally {
            registry.release(model);
        }
    }

    @Test
    void contributionsEqualThoseOfThePythonPackageAndAddUp() throws Exception {
        ServedModel model = registry.acquire(ModelDirectory.read(TRAINED.resolve("repeat-contact/1")));
        try {
            for (String line : Files.readAllLines(TRAINED.resolve("contributions.jsonl"))) {
                JsonNode json = new JsonMapper().readTree(line);
                double[] row = row(model, json.path("features"));
                double score = model.score(row);
                double[] found = model.contributions(row, score);
                assertThat(found).containsExactly(row(model, json.path("contributions")), within(1e-6));
                assertThat(sum(found)).isCloseTo(score - model.baselineScore(), within(1e-12));
            }
        } finally {
            registry.release(model);
        }
    }

    /** sigmoid(b + w . x) of three features, switched by hand. */
    @Test
    void contributionsOfALogisticRegressionWorkedOutByHand() {
        ServedModel model =
                registry.acquire(ModelDirectory.read(new ModelFolder(repository, "repeat-contact", 1).write()));
        try {
            double[] x = {1.5, -0.5, 2};
            double none = model.score(new double[] {0, 0, 0});
            double first = model.score(new double[] {x[0], 0, 0});
            double firstTwo = model.score(new double[] {x[0], x[1], 0});
            double lastTwo = model.score(new double[] {0, x[1], x[2]});
            double last = model.score(new double[] {0, 0, x[2]});
            double all = model.score(x);
            assertThat(model.baselineScore()).isEqualTo(none);
            assertThat(model.contributions(x, all))
                    .containsExactly(
                            new double[] {
                                ((first - none) + (all - lastTwo)) / 2,
                                ((firstTwo - first) + (lastTwo - last)) / 2,
                                ((all - firstTwo) + (last - none)) / 2
                            },
                            within(1e-7));
        } finally {
            registry.release(model);
        }
    }

    @Test
    void aFeatureThatIsAbsentOrInfiniteGetsTheContractsValue() {
        ServedModel model =
                registry.acquire(ModelDirectory.read(new ModelFolder(repository, "repeat-contact", 1).write()));
        try {
            double filled = model.score(new double[] {0, -1, 2});
            assertThat(model.score(new double[] {Double.NaN, Double.NaN, Double.NaN}))
                    .isEqualTo(filled);
            assertThat(model.score(new double[] {0, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY}))
                    .isEqualTo(filled);
            assertThat(model.score(new double[] {0, 1, 2})).isNotEqualTo(filled);
        } finally {
            registry.release(model);
        }
    }

    @Test
    void aScoreDependsOnNothingButItsRow() {
        ServedModel model = registry.acquire(ModelDirectory.read(TRAINED.resolve("repeat-contact/1")));
        try {
            Random random = new Random(4);
            for (int i = 0; i < 200; i++) {
                double[] row = {random.nextInt(5), random.nextDouble() * 2, random.nextGaussian()};
                double before = model.score(row);
                model.contributions(new double[] {random.nextInt(9), 1, 0}, 0.5);
                assertThat(model.score(row)).isEqualTo(before);
            }
        } finally {
            registry.release(model);
        }
    }

    @Test
    void anUnchangedVersionIsLoadedOnceAndFreedWithItsLastUser() {
        Path folder = new ModelFolder(repository, "repeat-contact", 1).write();
        ServedModel first = registry.acquire(ModelDirectory.read(folder));
        ServedModel second = registry.acquire(ModelDirectory.read(folder));
        assertThat(second).isSameAs(first);
        registry.release(first);
        assertThat(second.score(new double[] {0, 0, 0})).isPositive();
        registry.release(second);
    }

    private static double[] row(ServedModel model, JsonNode values) {
        List<ModelFeature> features = model.contract().features();
        return features.stream()
                .mapToDouble(feature -> values.path(feature.name()).asDouble(Double.NaN))
                .toArray();
    }

    private static double sum(double[] parts) {
        double sum = 0;
        for (double part : parts) {
            sum += part;
        }
        return sum;
    }
}
