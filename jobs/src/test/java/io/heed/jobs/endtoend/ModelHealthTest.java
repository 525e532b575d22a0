package io.heed.jobs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.jobs.configuration.JobConfiguration;
import io.heed.jobs.flink.health.HealthFigures;
import io.heed.models.health.ModelHealth;
import io.heed.models.health.ModelHealthJson;
import io.heed.models.health.NewestHealth;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The health of the telco's model, over a stream of punctual customers only: one late event would change its windows. */
class ModelHealthTest {
    @RegisterExtension
    private static final MiniClusterExtension CLUSTER = SmallCluster.start();

    @TempDir
    private static Path shared;

    private static JobConfiguration job;
    private static Outcome expected;

    @TempDir
    private Path folder;

    @BeforeEach
    void runOnceBefore() throws Exception {
        if (expected == null) {
            Path punctual = shared.resolve("punctual.jsonl");
            Files.write(
                    punctual,
                    SmallTelco.in(shared).lines().stream()
                            .filter(line -> !line.subject().startsWith(DisturbedRecording.UNPUNCTUAL))
                            .map(DisturbedRecording.Line::text)
                            .toList());
            job = JobConfiguration.replaying(SmallTelco.root(), List.of(punctual.toString()));
            expected = Outcome.of(job, Run.with(1, 200), shared.resolve("expected"));
        }
    }

    @Test
    void everyPredictionIsCountedOnce() throws Exception {
        List<ModelHealth> all = health(expected);

        assertThat(all).hasSizeGreaterThan(10);
        assertThat(all.stream().mapToLong(ModelHealth::predictions).sum())
                .isEqualTo(expected.lines("predictions").size());
        assertThat(all.stream()
                        .mapToLong(health -> health.untreated().decisions() + health.treated())
                        .sum())
                .isPositive()
                .isLessThanOrEqualTo(expected.lines("predictions").size());
    }

    @Test
    void theNewestFiguresAreCountsOfTheJob() throws Exception {
        NewestHealth newest = new NewestHealth();
        expected.lines("model-health").forEach(newest::add);

        SortedMap<String, Map<HealthFigures.Figure, Long>> figures = HealthFigures.of(expected.counts());

        assertThat(figures).containsOnlyKeys("bill-contact@1/champion", "repeat-contact@1/champion");
        assertThat(newest.all())
                .allSatisfy(last -> assertThat(figures.get(last.serving().key()))
                        .containsOnlyKeys(HealthFigures.Figure.values())
                        .containsEntry(HealthFigures.Figure.PREDICTIONS, last.predictions())
                        .containsEntry(HealthFigures.Figure.DRIFT_ALARMS, (long)
                                last.driftAlarms().size()));
    }

    @ParameterizedTest
    @CsvSource({"4, 7, rocksdb, 0", "2, 50, hashmap, 150", "3, 1, rocksdb, 400"})
    void theLinesAreTheSameBytesAtAnyParallelismAndAfterARestart(
            int parallelism, int watermarkMillis, String backend, int crashAfter) throws Exception {
        Run run = Run.with(parallelism, watermarkMillis).on(backend).crashingAfter(crashAfter);

        Outcome outcome = Outcome.of(job, run, folder);

        assertThat(outcome.lines("model-health")).isEqualTo(expected.lines("model-health"));
        assertThat(HealthFigures.of(outcome.counts())).isEqualTo(HealthFigures.of(expected.counts()));
    }

    private static List<ModelHealth> health(Outcome outcome) throws Exception {
        return outcome.lines("model-health").stream().map(ModelHealthJson::read).toList();
    }
}
