package io.heed.jobs.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.jobs.change.ChangeFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changing patterns and plays from the command line; the log lies in the workspace. */
class PatternChangesTest {
    private static final String SOON = """
            patterns:
              call-soon:
                version: %d
                description: A call soon after a chat.
                within: parameters.window
                parameters:
                  window: {type: duration, default: 2h, min: 1h, max: 4h, description: "Time to the call."}
                stages:
                  - chat: {event: chat.closed}
                  - call: {followed-by: call.started}
            """;
    private static final String AT = "2026-03-01T08:30:00Z";

    @TempDir
    private Path home;

    private SmallWorkspace workspace;

    @BeforeEach
    void writeWorkspace() throws IOException {
        workspace = new SmallWorkspace(home);
    }

    @Test
    void aParameterIsSetAndTheLogSaysSo() throws IOException {
        apply(SOON.formatted(1));

        CommandRun run = CommandRun.of(home, "patterns", "set", "call-soon", "window=90m", "--at", AT);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("change 2: set call-soon, version 2, from 2026-03-01T08:30:00Z");
        assertThat(log()).isEqualTo(2);
    }

    @Test
    void whatDoesNotFitIsRefusedAndNothingIsWritten() throws IOException {
        apply(SOON.formatted(1));

        CommandRun run = CommandRun.of(home, "patterns", "set", "call-soon", "window=9h");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains(
                        "call-soon is refused:", "parameter window is not within 1h to 4h: 9h", "Nothing was written.");
        assertThat(log()).isEqualTo(1);
    }

    @Test
    void aWrongFileIsRefusedWithItsPlaces() throws IOException {
        Path file = home.resolve("draft.yaml");
        Files.writeString(file, SOON.formatted(1).replace("call.started", "call.begun"));

        CommandRun run = CommandRun.of(home, "patterns", "apply", file.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("draft.yaml:10:29: event type is not declared: call.begun");
        assertThat(log()).isZero();
    }

    @Test
    void applyingTheSameTwiceChangesNothing() throws IOException {
        apply(SOON.formatted(1));

        CommandRun run = apply(SOON.formatted(1));

        assertThat(run.out()).contains("call-soon: nothing changes");
        assertThat(log()).isEqualTo(1);
    }

    @Test
    void aDryRunWritesNothing() throws IOException {
        apply(SOON.formatted(1));

        CommandRun run = CommandRun.of(home, "patterns", "pause", "call-soon", "--at", AT, "--dry-run");

        assertThat(run.out()).contains("pause call-soon, version 1, from 2026-03-01T08:30:00Z (not written)");
        assertThat(log()).isEqualTo(1);
    }

    @Test
    void aPatternThatAPlayReadsIsRemovedAfterThePlay() throws IOException {
        assertThat(CommandRun.of(home, "patterns", "remove", "unresolved-chat-then-call")
                        .out())
                .contains("a play still reads it: brief-agent");
        assertThat(CommandRun.of(home, "patterns", "remove", "brief-agent", "--play")
                        .exitCode())
                .isZero();
        assertThat(CommandRun.of(home, "patterns", "remove", "unresolved-chat-then-call")
                        .exitCode())
                .isZero();
    }

    @Test
    void aReplayWithTheLogHasWhatWasChanged() throws IOException {
        Path recording = workspace.recording(10);
        CommandRun.of(home, "patterns", "pause", "brief-agent", "--play", "--at", "2026-03-01T09:00:05Z");
        Path decisions = home.resolve("decisions.jsonl");

        CommandRun run = CommandRun.of(
                home,
                "replay",
                "--events",
                recording.toString(),
                "--changes",
                home.resolve("changes").toString(),
                "--decisions",
                decisions.toString());

        // Customers call one a second from 09:00:00 on; from the fifth second on the play is paused.
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(Files.readAllLines(decisions).stream().filter(line -> line.contains("\"raised\"")))
                .hasSize(5);
        assertThat(Files.readAllLines(decisions).stream().filter(line -> line.contains("\"paused\"")))
                .hasSize(5);
    }

    @Test
    void aShadowOfAPlayIsLoggedBesideTheOneInForceAndRaisesNothing() throws IOException {
        Path recording = workspace.recording(10);
        Path file = home.resolve("shadow.yaml");
        Files.writeString(
                file,
                Files.readString(home.resolve("triggers/definitions/chats.yaml"))
                        .replaceFirst("(?s)policy:.*plays:", "plays:")
                        .replace("version: 1", "version: 2"));
        CommandRun applied = CommandRun.of(
                home, "patterns", "apply", file.toString(), "--shadow", "--at", "2026-03-01T08:00:00Z");
        Path decisions = home.resolve("decisions.jsonl");

        CommandRun run = CommandRun.of(
                home,
                "replay",
                "--events",
                recording.toString(),
                "--changes",
                home.resolve("changes").toString(),
                "--decisions",
                decisions.toString());

        assertThat(applied.exitCode()).as(applied.out()).isZero();
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(Files.readAllLines(decisions).stream().filter(line -> line.contains("\"raised\"")))
                .hasSize(10);
        assertThat(Files.readAllLines(decisions).stream()
                        .filter(line -> line.contains("\"shadow\"") && line.contains("version 2 of the play is a shadow")))
                .hasSize(10);
    }

    @Test
    void theStatusShowsWhatRunsAndTheLastChanges() throws IOException {
        apply(SOON.formatted(1));
        Path file = home.resolve("next.yaml");
        Files.writeString(file, SOON.formatted(2));
        CommandRun.of(home, "patterns", "apply", file.toString(), "--shadow", "--at", AT);

        CommandRun run = CommandRun.of(home, "patterns", "status");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .containsPattern("call-soon +1 +live +- +- +- +- +2026-03-01T08:30:00Z")
                .containsPattern("call-soon +2 +shadow")
                .containsPattern("unresolved-chat-then-call +1 +live")
                .contains(
                        "2 changes in the log; the last:",
                        "  2  apply call-soon@2 from 2026-03-01T08:30:00Z  accepted");
    }

    private CommandRun apply(String yaml) throws IOException {
        Path file = home.resolve("change.yaml");
        Files.writeString(file, yaml);
        return CommandRun.of(home, "patterns", "apply", file.toString(), "--at", "2026-03-01T08:00:00Z");
    }

    private int log() throws IOException {
        return new ChangeFolder(home.resolve("changes")).after(0).size();
    }
}
