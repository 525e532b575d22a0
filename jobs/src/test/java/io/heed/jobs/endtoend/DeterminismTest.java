package io.heed.jobs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same bytes at any parallelism, however often sources tell the time, on any state backend, after any restart. */
class DeterminismTest {
    @RegisterExtension
    private static final MiniClusterExtension CLUSTER = SmallCluster.start();

    @TempDir
    private static Path shared;

    private static SmallTelco telco;
    private static Outcome expected;

    @TempDir
    private Path folder;

    @BeforeEach
    void runOnceBefore() throws Exception {
        if (expected == null) {
            telco = SmallTelco.in(shared);
            expected = Outcome.of(telco.fromFile(), Run.with(1, 200), shared.resolve("expected"));
        }
    }

    @Test
    void theStreamHoldsEverythingThatGoesWrong() throws Exception {
        assertThat(expected.guaranteed("triggers")).hasSizeGreaterThan(50);
        assertThat(expected.guaranteed("decisions")).hasSizeGreaterThan(100);
        assertThat(expected.counts())
                .hasEntrySatisfying("duplicate", count -> assertThat(count).isPositive())
                .hasEntrySatisfying("erased", count -> assertThat(count).isPositive())
                .hasEntrySatisfying("unattributed", count -> assertThat(count).isPositive())
                .hasEntrySatisfying("deadLetters", count -> assertThat(count).isPositive())
                .hasEntrySatisfying("shared", count -> assertThat(count).isPositive());
    }

    @Test
    void everyRecordIsAccountedFor() {
        assertThat(expected.count("records")).isEqualTo(telco.lines().size());
        assertThat(expected.accountedFor()).isEqualTo(expected.count("records"));
    }

    @ParameterizedTest
    @CsvSource({"1, 7, rocksdb", "2, 50, hashmap", "4, 1, hashmap"})
    void filesGiveTheSameBytes(int parallelism, int watermarkMillis, String backend) throws Exception {
        assertSame(Outcome.of(
                telco.fromFile(), Run.with(parallelism, watermarkMillis).on(backend), folder));
    }

    @ParameterizedTest
    @CsvSource({"2, 1, hashmap", "4, 50, rocksdb"})
    void aRestartInTheMiddleGivesTheSameBytes(int parallelism, int watermarkMillis, String backend) throws Exception {
        Run run = Run.with(parallelism, watermarkMillis).on(backend).crashingAfter(150);
        Outcome outcome = Outcome.of(telco.fromFile(), run, folder);

        assertThat(Crash.count()).isEqualTo(1);
        assertSame(outcome);
    }

    private static void assertSame(Outcome outcome) throws Exception {
        assertThat(outcome.guaranteed("triggers")).isEqualTo(expected.guaranteed("triggers"));
        assertThat(outcome.guaranteed("decisions")).isEqualTo(expected.guaranteed("decisions"));
        assertThat(outcome.count("records")).isEqualTo(telco.lines().size());
        assertThat(outcome.accountedFor()).isEqualTo(outcome.count("records"));
    }
}
