package io.heed.jobs.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PatternsCommandTest {
    private static final String SILENCE = """
            patterns:
              silence-after-chat:
                version: 3
                description: A chat and then no call.
                within: parameters.wait
                parameters:
                  wait: {type: duration, default: 4h, min: 15m, max: 48h, description: "Time without a call."}
                  often: {type: number, default: 1.5, min: 0, max: 10}
                stages:
                  - chat: {event: chat.closed}
                  - call: {not-followed-by: call.started}
            """;
    private static final String WRONG = """
            patterns:
              often:
                description: Calls often.
                within: 1 day
                stages:
                  - call: {event: call.begun}
            """;

    @TempDir
    private Path home;

    private SmallWorkspace workspace;

    @BeforeEach
    void writeWorkspace() throws IOException {
        workspace = new SmallWorkspace(home);
    }

    @Test
    void theListShowsParametersAndStagesOfEachPatternAndThePlaysBelowItsName() throws IOException {
        workspace.write("patterns/definitions/silence.yaml", SILENCE);

        CommandRun run = CommandRun.of(home, "patterns", "list");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines())
                .containsExactly(
                        "Pattern and its plays      Version  Window  Stages  Parameters",
                        "silence-after-chat         3        4h      chat    often = 1.5 (0 to 10)",
                        "                                            ✗ call  wait = 4h (15m to 2d)",
                        "unresolved-chat-then-call  1        24h     chat",
                        "  > brief-agent                             call",
                        "",
                        "2 patterns");
    }

    @Test
    void anotherWorkspaceMayBeNamed(@TempDir Path elsewhere) {
        CommandRun run = CommandRun.of(elsewhere, "patterns", "list", "--workspace", home.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("unresolved-chat-then-call", "1 pattern");
    }

    @Test
    void patternsAreListedAlsoWhereThePlaysAreWrong() throws IOException {
        workspace.write("triggers/definitions/wrong.yaml", "plays: [1]\n");

        CommandRun run = CommandRun.of(home, "patterns", "list");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("unresolved-chat-then-call");
        assertThat(run.err()).contains("The plays cannot be read; ./heed validate says why.");
    }

    @Test
    void aPatternIsDrawnWithItsPlays() {
        CommandRun run = CommandRun.of(home, "patterns", "show", "unresolved-chat-then-call");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEqualToNormalizingNewlines("""
                unresolved-chat-then-call  version 1
                A chat was closed unresolved and the customer calls within a day.

                  ├───────────────── less than 24 hours ─────────────────┤
                  ╭───────────────────╮                   ╭──────────────╮
                  │ chat              │       later       │ call         │
                  │ chat.closed       │ ───── ··· ──────► │ call.started │
                  ├───────────────────┤                   ╰──────────────╯
                  │ not chat.resolved │
                  ╰───────────────────╯

                  After a match    other open matches go on (no-skip)
                  Recorded too     chats_24h
                  Plays            brief-agent: Tells the care agent what the chat was about.
                """);
    }

    @Test
    void aPatternThatNoPlayReadsSaysSo() throws IOException {
        workspace.write("patterns/definitions/silence.yaml", SILENCE);

        assertThat(CommandRun.of(home, "patterns", "show", "silence-after-chat").out())
                .contains("  Plays            none reacts to it");
    }

    @Test
    void theDrawingMayBeWrittenToAFile() throws IOException {
        Path file = home.resolve("drawings").resolve("chat.svg");

        CommandRun run = CommandRun.of(home, "patterns", "show", "unresolved-chat-then-call", "--svg", file.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().strip()).isEqualTo("Drawn in " + file);
        assertThat(Files.readString(file)).startsWith("<svg ").contains("not chat.resolved");
    }

    @Test
    void anUnknownPatternIsRefusedWithTheNearestAndAllOthers() throws IOException {
        workspace.write("patterns/definitions/silence.yaml", SILENCE);

        CommandRun run = CommandRun.of(home, "patterns", "show", "unresolved-chat");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("pattern is not declared: unresolved-chat (nearest: silence-after-chat; legal:"
                        + " silence-after-chat, unresolved-chat-then-call)");
    }

    @Test
    void soundPatternsOfTheWorkspaceAreCounted() {
        CommandRun run = CommandRun.of(home, "patterns", "validate");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("1 pattern in 1 file", "Nothing is wrong.");
    }

    @Test
    void allProblemsOfAllFilesAreShownWithTheirPlaces(@TempDir Path drafts) throws IOException {
        Path draft = Files.writeString(drafts.resolve("draft.yaml"), WRONG);
        Path sound = Files.writeString(drafts.resolve("sound.yaml"), SILENCE);
        Path torn = Files.writeString(drafts.resolve("torn.yaml"), "patterns: {often: {descr: x}}\n");

        CommandRun run =
                CommandRun.of(home, "patterns", "validate", draft.toString(), sound.toString(), torn.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains(
                        draft + ":4:13: within is not a duration: 1 day",
                        draft + ":6:23: event type is not declared: call.begun",
                        torn + ":1:")
                .doesNotContain("sound.yaml");
    }

    @Test
    void whatPatternsReadIsNamedWhereItIsWrongItself() throws IOException {
        workspace.write("features/definitions/wrong.yaml", "features: {calls: {}}\n");

        CommandRun run = CommandRun.of(home, "patterns", "validate");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains("features/definitions/wrong.yaml:1:", "Not checked, since they read what is wrong: patterns");
    }

    @Test
    void aFileThatDoesNotExistIsNamed() {
        CommandRun run = CommandRun.of(home, "patterns", "validate", "no-such.yaml");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("heed: file does not exist: no-such.yaml");
    }

    @Test
    void aFileThatIsNoTextIsNamed() throws IOException {
        Path file = Files.write(home.resolve("latin.yaml"), new byte[] {'a', ':', ' ', (byte) 0xe4});

        CommandRun run = CommandRun.of(home, "patterns", "validate", file.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("heed: file is not valid UTF-8: " + file);
    }
}
