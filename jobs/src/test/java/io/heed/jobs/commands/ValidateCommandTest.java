package io.heed.jobs.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateCommandTest {
    @TempDir
    private Path home;

    private SmallWorkspace workspace;

    @BeforeEach
    void writeWorkspace() throws IOException {
        workspace = new SmallWorkspace(home);
    }

    @Test
    void aSoundWorkspaceIsCounted() {
        CommandRun run = CommandRun.of(home, "validate");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .containsPattern("features +1\n")
                .containsPattern("patterns +1\n")
                .containsPattern("targets +1\n")
                .containsPattern("plays +1\n")
                .contains("Nothing is wrong.");
    }

    @Test
    void problemsOfAllPartsAreShownAtOnceWithTheirPlaces() throws IOException {
        workspace.write("features/definitions/wrong.yaml", """
                features:
                  calls_7d:
                    description: Calls.
                    unit: calls
                    events: [call.begun]
                    aggregate: count
                    window: 7d
                """);
        workspace.write("patterns/definitions/wrong.yaml", """
                patterns:
                  often:
                    version: 1
                    description: Calls often.
                    within: 24h
                    stages:
                      - call: {event: call.started, where: features.calls_7d > 2.0, unless: x}
                """);
        workspace.write("models/targets/wrong.yaml", "targets: [1]\n");

        CommandRun run = CommandRun.of(home, "validate");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains(
                        "features/definitions/wrong.yaml:5:",
                        "call.begun",
                        "patterns/definitions/wrong.yaml:7:",
                        "models/targets/wrong.yaml:1:",
                        "Not checked, since they read what is wrong: plays")
                .doesNotContain("chats.yaml");
    }

    @Test
    void aFeatureThatIsWrongIsNoProblemOfThePatternThatReadsIt() throws IOException {
        workspace.write("features/definitions/chats.yaml", "features:\n  chats_24h: {description: Chats.}\n");

        CommandRun run = CommandRun.of(home, "validate");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("features/definitions/chats.yaml").doesNotContain("patterns/definitions");
    }

    @Test
    void theConfigurationIsCheckedAsWell() throws IOException {
        Path config = home.resolve("heed.yaml");
        Files.writeString(config, "workspace: " + home + "\ninput: {files: [events.jsonl]}\nouput: {}\n");

        CommandRun run = CommandRun.of(home, "validate", "--config", config.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("heed.yaml:3:1: ").contains("ouput");
    }
}
