package io.heed.jobs.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeedTest {
    @TempDir
    private Path home;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "replay",
                "run",
                "validate",
                "patterns",
                "patterns list",
                "patterns show",
                "patterns validate",
                "export-training-set",
                "train",
                "language",
                "simulate",
                "benchmark"
            })
    void everyCommandExplainsItselfWithAnExampleAndItsExitCodes(String command) {
        CommandRun run = CommandRun.of(home, (command + " --help").split(" ", -1));

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("Usage: heed " + command, "Example", "./heed " + command, "Exit codes: 0 ");
        assertThat(run.out().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
    }

    @Test
    void withoutACommandItSaysWhereToReadOn() {
        CommandRun run = CommandRun.of(home);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("heed: a command is missing", "Try: ./heed --help");
    }

    @Test
    void aGroupOfCommandsWithoutOneSaysWhereToReadOn() {
        CommandRun run = CommandRun.of(home, "patterns");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("heed: a command is missing", "Try: ./heed patterns --help");
    }

    @Test
    void anUnknownOptionIsRefusedWithTheNearestOne() {
        CommandRun run = CommandRun.of(home, "replay", "--evnts", "x.jsonl");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("Unknown option", "--evnts", "--events", "Try: ./heed replay --help")
                .doesNotContain("Usage:");
    }

    @Test
    void aTimeThatIsNoneIsRefusedWithALegalOne() {
        CommandRun run = CommandRun.of(home, "replay", "--until", "yesterday");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--until", "not a time in UTC: yesterday (legal: 2026-03-01T00:00:00Z)");
    }

    @Test
    void aMissingOptionIsNamed() {
        assertThat(CommandRun.of(home, "simulate").err()).contains("--out");
        assertThat(CommandRun.of(home, "run").err()).contains("--config");
    }

    @Test
    void filesThatDoNotExistAreNamedBeforeAnyWorkBegins() {
        CommandRun run = CommandRun.of(home, "replay", "--events", "no-such.jsonl");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err().lines()).containsExactly("heed: events do not exist: no-such.jsonl");
    }

    @Test
    void theStackTraceIsShownOnlyWhereItIsWanted() {
        CommandRun run = CommandRun.of(home, "replay", "--events", "no-such.jsonl", "--debug");

        assertThat(run.err()).contains("heed: events do not exist: no-such.jsonl", "IllegalArgumentException", "\tat ");
    }

    @Test
    void aBenchmarkThatDoesNotExistIsRefused() {
        CommandRun run = CommandRun.of(home, "benchmark", "no-such");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("there is no benchmark no-such");
    }
}
