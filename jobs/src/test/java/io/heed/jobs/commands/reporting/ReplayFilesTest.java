package io.heed.jobs.commands.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.jobs.customer.CareResult;
import io.heed.jobs.flink.delivery.OutputKind;
import io.heed.triggers.contract.DecisionOutcome;
import io.heed.triggers.contract.Reason;
import io.heed.triggers.contract.TriggerStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayFilesTest {
    @TempDir
    private Path folder;

    @Test
    void theOrderInWhichResultsComeChangesNoByte() throws IOException {
        List<CareResult> results = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            String time = "2026-03-0" + (1 + i % 7) + "T08:00:00Z";
            results.add(Results.trigger("C" + i % 5, "play-" + i, TriggerStep.RAISED, time, i));
            results.add(Results.decision("C" + i % 5, "play-" + i, DecisionOutcome.HELD, Reason.CONSENT, time));
        }
        write(results, folder.resolve("once"));
        Collections.shuffle(results, new Random(7));
        write(results, folder.resolve("again"));

        for (String file : List.of("triggers.jsonl", "decisions.jsonl")) {
            assertThat(folder.resolve("again").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("once").resolve(file))
                    .isNotEmptyFile();
        }
    }

    @Test
    void linesComeByCustomerThenTime() throws IOException {
        Path file = folder.resolve("made").resolve("triggers.jsonl");
        ReplayFiles files = new ReplayFiles();
        files.want(OutputKind.TRIGGERS, file);
        files.add(Results.trigger("C2", "a", TriggerStep.RAISED, "2026-03-01T08:00:00Z", 1));
        files.add(Results.trigger("C1", "a", TriggerStep.EXPIRED, "2026-03-05T08:00:00Z", 1));
        files.add(Results.trigger("C1", "b", TriggerStep.RAISED, "2026-03-02T08:00:00Z", 1));
        files.add(Results.decision("C1", "b", DecisionOutcome.RAISED, Reason.SIGNAL, "2026-03-02T08:00:00Z"));
        files.write();

        assertThat(Files.readAllLines(file))
                .satisfiesExactly(
                        line -> assertThat(line).contains("C1-b/raised"),
                        line -> assertThat(line).contains("C1-a/expired"),
                        line -> assertThat(line).contains("C2-a/raised"));
    }

    private static void write(List<CareResult> results, Path folder) throws IOException {
        ReplayFiles files = new ReplayFiles();
        files.wantAll(folder);
        results.forEach(files::add);
        files.write();
    }
}
