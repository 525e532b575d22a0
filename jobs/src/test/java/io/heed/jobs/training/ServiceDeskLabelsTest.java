package io.heed.jobs.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.jobs.configuration.ChangeOptions;
import io.heed.jobs.configuration.InputOptions;
import io.heed.jobs.configuration.JobConfiguration;
import io.heed.jobs.configuration.OutputOptions;
import io.heed.jobs.configuration.TimeOptions;
import io.heed.jobs.flink.ProactiveCareJob;
import io.heed.jobs.flink.embedded.EmbeddedFlink;
import io.heed.jobs.flink.workspace.WorkspaceFiles;
import io.heed.jobs.workspace.WorkspaceSnapshot;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The labels of a recording of another company against those that were worked out beside it. */
class ServiceDeskLabelsTest {
    private static final Path DATA =
            Path.of("../../shared/data/service-desk").toAbsolutePath().normalize();
    private static final Path WORKSPACE =
            Path.of("../replay-data/workspaces/service-desk").toAbsolutePath().normalize();
    private static final Map<String, String> COLUMNS = Map.of(
            "repeat-contact-24h", "repeatContactWithin24h",
            "repeat-contact-7d", "repeatContactWithin7d");
    private static final long LATER_THAN_ALL = 2_000_000_000_000L;

    @Test
    void everyLabelledRowOfBothTargetsHasTheLabelOfTheDataSetAndNoOtherRowHasOne() throws Exception {
        Assumptions.assumeTrue(
                Files.isDirectory(DATA), () -> "recorded data is not there, so nothing is compared: " + DATA);
        LabelledDecisions decisions = exported();

        for (Map.Entry<String, String> target : COLUMNS.entrySet()) {
            Map<String, String> told = labels(target.getValue());
            Map<String, String> found = new HashMap<>();
            decisions
                    .rows(target.getKey())
                    .forEach(decision ->
                            found.put(decision.row().event(), decision.row().label() ? "1" : "0"));
            assertThat(found).hasSizeGreaterThan(20_000).isEqualTo(told);
        }
    }

    private static LabelledDecisions exported() throws Exception {
        List<String> targets = List.copyOf(COLUMNS.keySet());
        WorkspaceSnapshot workspace =
                WorkspaceFiles.snapshot(WORKSPACE.toString()).forExport(targets);
        JobConfiguration configuration = new JobConfiguration(
                WORKSPACE.toString(),
                new InputOptions(List.of(DATA.resolve("events.jsonl.gz").toString()), "service-desk", null),
                OutputOptions.none(),
                TimeOptions.usual(),
                JobConfiguration.DEMONSTRATION_KEY,
                ChangeOptions.NONE);
        LabelledDecisions decisions = new LabelledDecisions();
        new EmbeddedFlink(2)
                .replay(
                        new ProactiveCareJob(configuration, workspace, targets, LATER_THAN_ALL),
                        decisions::add,
                        soFar -> {});
        return decisions;
    }

    /** The labels of a column by event, but for the rows that have none. */
    private static Map<String, String> labels(String column) throws IOException {
        Map<String, String> labels = new HashMap<>();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(DATA.resolve("labels.csv.gz"))), StandardCharsets.UTF_8))) {
            List<String> header = List.of(in.readLine().split(",", -1));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] row = line.split(",", -1);
                String label = row[header.indexOf(column)];
                if (!label.isEmpty()) {
                    labels.put(row[header.indexOf("eventId")], label);
                }
            }
        }
        return labels;
    }
}
