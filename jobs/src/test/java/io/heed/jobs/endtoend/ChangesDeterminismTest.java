package io.heed.jobs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.jobs.configuration.ChangeOptions;
import io.heed.jobs.configuration.JobConfiguration;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changes of definitions take effect at their time everywhere, so that a replay with them gives the same bytes. */
class ChangesDeterminismTest {
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
            job = SmallTelco.in(shared)
                    .fromFile()
                    .withChanges(ChangeOptions.in(
                            TelcoChanges.write(shared.resolve("changes")).toString()));
            expected = Outcome.of(job, Run.with(1, 200), shared.resolve("expected"));
        }
    }

    @Test
    void everyChangeIsReviewedAndTheWrongOneRefused() throws Exception {
        List<String> changes = expected.lines("changes");

        assertThat(changes).hasSize(12);
        assertThat(changes)
                .filteredOn(line -> line.contains("\"outcome\":\"accepted\""))
                .hasSize(11);
        assertThat(changes)
                .filteredOn(line -> line.contains("\"outcome\":\"refused\""))
                .singleElement()
                .asString()
                .contains("post-nobody-answered", "a play still reads it: answer-post");
    }

    @Test
    void everyMatchSaysWhichVersionFoundItAndHowThatRan() throws Exception {
        assertThat(matches("called-twice", 1, "live"))
                .isNotEmpty()
                .allSatisfy(line -> assertBefore(line, "2026-03-01"));
        assertThat(matches("called-twice", 2, "shadow"))
                .isNotEmpty()
                .allSatisfy(line -> assertBefore(line, "2026-03-01"));
        assertThat(matches("called-twice", 2, "live"))
                .isNotEmpty()
                .noneSatisfy(line -> assertBefore(line, "2026-03-01"));
        assertThat(matches("second-contact-same-topic", 1, "paused"))
                .isNotEmpty()
                .allSatisfy(line -> assertBefore(line, "2026-02-09T12"));
    }

    @Test
    void aReplayRaisesWhatIsOverdueAtTheTimeOfTheChangeForSilentCustomersToo() throws Exception {
        assertThat(matches("not-called-again", 2, "live"))
                .filteredOn(line -> line.contains("\"time\":\"2026-02-20T00:00:00Z\""))
                .hasSizeGreaterThan(2);
    }

    @ParameterizedTest
    @CsvSource({"2, 7, rocksdb", "4, 50, hashmap"})
    void theSameChangesGiveTheSameBytes(int parallelism, int watermarkMillis, String backend) throws Exception {
        assertSame(Outcome.of(job, Run.with(parallelism, watermarkMillis).on(backend), folder));
    }

    @Test
    void aRestartInTheMiddleGivesTheSameBytes() throws Exception {
        Outcome outcome = Outcome.of(job, Run.with(2, 1).crashingAfter(500), folder);

        assertThat(Crash.count()).isEqualTo(1);
        assertSame(outcome);
    }

    private static List<String> matches(String pattern, int version, String mode) throws Exception {
        String what = "\"pattern\":\"" + pattern + "\",\"version\":" + version + ",\"mode\":\"" + mode + "\"";
        return expected.lines("matches").stream()
                .filter(line -> line.contains(what))
                .toList();
    }

    private static void assertBefore(String line, String time) {
        String said = line.replaceAll(".*\"time\":\"([^\"]*)\".*", "$1");
        assertThat(said).isLessThan(time);
    }

    private static void assertSame(Outcome outcome) throws Exception {
        for (String output : List.of("triggers", "decisions", "matches", "changes")) {
            assertThat(outcome.guaranteed(output)).as(output).isEqualTo(expected.guaranteed(output));
        }
        assertThat(outcome.accountedFor()).isEqualTo(outcome.count("records"));
        assertThat(outcome.openOf("not-called-again@2")).isEqualTo(expected.openOf("not-called-again@2"));
    }
}
