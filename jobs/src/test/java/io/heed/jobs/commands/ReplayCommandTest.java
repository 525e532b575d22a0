package io.heed.jobs.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandTest {
    private static final int CUSTOMERS = 20;

    @TempDir
    private Path home;

    private SmallWorkspace workspace;
    private Path recording;

    @BeforeEach
    void writeWorkspace() throws IOException {
        workspace = new SmallWorkspace(home);
        recording = workspace.recording(CUSTOMERS);
    }

    @Test
    void aReplayShowsTriggersAndAccountsForEveryRecord() throws IOException {
        Path report = home.resolve("made").resolve("report.json");
        Path out = home.resolve("out");
        CommandRun run = CommandRun.of(
                home,
                "replay",
                "--events",
                recording.toString(),
                "--parallelism",
                "2",
                "--top",
                "3",
                "--report",
                report.toString(),
                "--out",
                out.toString());

        assertThat(run.err()).contains("The first triggers:", "Calling after a chat that closed unresolved.");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains(
                        "Triggers, most worth doing first (3 of 20)",
                        "brief-agent by agent-desktop",
                        "    Calling after a chat that closed unresolved.",
                        "Nothing was lost: the counts add up.");
        JsonNode totals = new ObjectMapper().readTree(report.toFile()).get("totals");
        assertThat(totals.get("records").longValue()).isEqualTo(3 * CUSTOMERS + 5);
        assertThat(totals.get("handled").longValue()).isEqualTo(3 * CUSTOMERS + 1);
        assertThat(totals.get("duplicate").longValue()).isEqualTo(1);
        assertThat(totals.get("deadLetters").longValue()).isEqualTo(1);
        assertThat(totals.get("unattributed").longValue()).isEqualTo(1);
        assertThat(totals.get("shared").longValue()).isEqualTo(1);
        assertThat(Files.readAllLines(out.resolve("dead-letters.jsonl"))).hasSize(1);
        assertThat(Files.readAllLines(out.resolve("unattributed.jsonl"))).hasSize(1);
    }

    @Test
    void triggersAndDecisionsAreTheSameBytesAtAnyParallelism() throws IOException {
        Path one = replayed(1);
        Path three = replayed(3);

        for (String file : new String[] {"triggers.jsonl", "decisions.jsonl"}) {
            assertThat(three.resolve(file))
                    .hasSameBinaryContentAs(one.resolve(file))
                    .isNotEmptyFile();
        }
    }

    @Test
    void beforeItIsLiveNothingIsRaised() {
        CommandRun run =
                CommandRun.of(home, "replay", "--events", recording.toString(), "--live-from", "2026-03-05T00:00:00Z");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("Triggers, most worth doing first (0 of 0)", "live-from 20");
    }

    @Test
    void aJobThatFailsSaysWhyInASentence() throws IOException {
        Path broken = home.resolve("broken.jsonl.gz");
        Files.writeString(broken, "this is no gzip");

        CommandRun run = CommandRun.of(home, "replay", "--events", broken.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err().lines().filter(line -> line.startsWith("heed: "))).hasSize(1);
        assertThat(run.err()).contains("GZIP").doesNotContain("\tat ");
    }

    @Test
    void aTrainingSetHoldsARowForEveryContactWhoseLabelIsKnown() throws IOException {
        Path out = home.resolve("training-set");
        CommandRun run = CommandRun.of(
                home,
                "export-training-set",
                "--target",
                "repeat-contact",
                "--events",
                recording.toString(),
                "--out",
                out.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode manifest =
                new ObjectMapper().readTree(out.resolve("manifest.json").toFile());
        assertThat(manifest.get("target").textValue()).isEqualTo("repeat-contact");
        assertThat(manifest.at("/features/0/name").textValue()).isEqualTo("chats_24h");
        assertThat(manifest.at("/features/0/definition").textValue()).hasSize(32);
        assertThat(manifest.at("/counts/rows").longValue()).isEqualTo(CUSTOMERS);
        assertThat(out.resolve("rows-0.parquet")).isNotEmptyFile();
    }

    private Path replayed(int parallelism) {
        Path out = home.resolve("out-" + parallelism);
        CommandRun run = CommandRun.of(
                home,
                "replay",
                "--events",
                recording.toString(),
                "--parallelism",
                String.valueOf(parallelism),
                "--out",
                out.toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        return out;
    }
}
