package io.heed.jobs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.events.change.Change;
import io.heed.events.change.ChangeAction;
import io.heed.events.change.ChangeRecord;
import io.heed.events.change.DefinitionKind;
import io.heed.jobs.change.ChangeFolder;
import io.heed.jobs.configuration.ChangeOptions;
import io.heed.jobs.configuration.JobConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Features that are applied while a job runs. A pattern that takes down their values with every call shows what they are:
 * once they are complete, just what they are in a job that had them from the beginning.
 */
class FeatureChangesTest {
    private static final String APPLIED = "2026-02-12T12:00:00Z";
    private static final String COMPLETE = "2026-02-21T12:00:00Z";
    private static final String FEATURES = """
            features:
              test_calls_9d:
                {description: d, unit: calls, events: [call.started], where: event.direction != "x", aggregate: count, window: 9d}
              test_bills_9d:
                {description: d, unit: USD, events: [bill.issued], where: event.charges > 0.0, aggregate: sum, value: event.charges, window: 9d}
              test_usage_9d: {description: d, unit: h, events: [usage.roaming], aggregate: time-since, window: 9d}
              test_ratio: {description: d, unit: ratio, expression: features.test_bills_9d / (features.test_calls_9d + 1.0)}
            """;
    private static final String PATTERN = """
            patterns:
              %s:
                version: 1
                description: Takes down the features at every call.
                stages: [{call: {event: call.started}}]
                evidence: [test_calls_9d, test_bills_9d, test_usage_9d, test_ratio]
            """;

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
        if (expected != null) {
            return;
        }
        SmallTelco telco = SmallTelco.in(shared);
        ChangeFolder patternsAlone = new ChangeFolder(shared.resolve("patterns-alone"));
        append(patternsAlone, DefinitionKind.PATTERN, "at-once", APPLIED, PATTERN.formatted("at-once"));
        append(patternsAlone, DefinitionKind.PATTERN, "once-complete", COMPLETE, PATTERN.formatted("once-complete"));
        ChangeFolder log = new ChangeFolder(shared.resolve("changes"));
        for (String feature : List.of("test_calls_9d", "test_bills_9d", "test_usage_9d", "test_ratio")) {
            append(log, DefinitionKind.FEATURE, feature, APPLIED, FEATURES);
        }
        append(log, DefinitionKind.PATTERN, "at-once", APPLIED, PATTERN.formatted("at-once"));
        append(log, DefinitionKind.PATTERN, "once-complete", COMPLETE, PATTERN.formatted("once-complete"));
        job = telco.fromFile().withChanges(in("changes"));
        JobConfiguration fromTheBeginning = JobConfiguration.replaying(
                        workspaceWithFeatures(), List.of(telco.recording().toString()))
                .withChanges(in("patterns-alone"));
        expected = Outcome.of(fromTheBeginning, Run.with(1, 200), shared.resolve("expected"));
    }

    @Test
    void onceCompleteAFeatureIsWhatItIsInAJobThatHadItFromTheBeginning() throws Exception {
        Outcome outcome = Outcome.of(job, Run.with(1, 200), folder);

        assertThat(refused(outcome)).isEmpty();
        assertThat(matches(expected, "once-complete")).hasSizeGreaterThan(20);
        assertThat(matches(outcome, "once-complete")).isEqualTo(matches(expected, "once-complete"));
        assertThat(matches(outcome, "at-once"))
                .hasSameSizeAs(matches(expected, "at-once"))
                .isNotEqualTo(matches(expected, "at-once"));
        assertThat(outcome.guaranteed("predictions")).isEqualTo(expected.guaranteed("predictions"));
    }

    @Test
    void itIsSoAtAnyParallelism() throws Exception {
        assertSame(Outcome.of(job, Run.with(2, 7).on("rocksdb"), folder));
    }

    @Test
    void itIsSoAfterARestartInTheMiddle() throws Exception {
        Outcome outcome = Outcome.of(job, Run.with(2, 1).crashingAfter(300), folder);

        assertThat(Crash.count()).isEqualTo(1);
        assertSame(outcome);
    }

    private void assertSame(Outcome outcome) throws IOException {
        assertThat(refused(outcome)).isEmpty();
        assertThat(matches(outcome, "once-complete")).isEqualTo(matches(expected, "once-complete"));
        assertThat(outcome.accountedFor()).isEqualTo(outcome.count("records"));
    }

    private static List<String> refused(Outcome outcome) throws IOException {
        return outcome.lines("changes").stream()
                .filter(line -> !line.contains("\"outcome\":\"accepted\""))
                .toList();
    }

    private static List<String> matches(Outcome outcome, String pattern) throws IOException {
        return outcome.guaranteed("matches").stream()
                .filter(line -> line.contains("\"pattern\":\"" + pattern + "\""))
                .toList();
    }

    private static ChangeOptions in(String log) {
        return ChangeOptions.in(shared.resolve(log).toString());
    }

    private static void append(ChangeFolder log, DefinitionKind kind, String name, String at, String definition)
            throws IOException {
        log.append(ChangeRecord.write(new Change(
                1,
                Instant.parse(at).toEpochMilli(),
                kind,
                ChangeAction.APPLY,
                name,
                1,
                false,
                null,
                new TreeMap<>(),
                definition)));
    }

    /** The telco's workspace with the features declared beside its own. */
    private static String workspaceWithFeatures() throws IOException {
        Path workspace = CopiedWorkspace.of(SmallTelco.root(), shared.resolve("workspace"))
                .folder();
        Files.writeString(workspace.resolve("features/definitions/test.yaml"), FEATURES);
        return workspace.toString();
    }
}
