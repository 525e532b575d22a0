package io.heed.jobs.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a recording to a model directory, with a script in the place of Python. */
class TrainCommandTest {
    private static final int CUSTOMERS = 20;
    private static final String PLAY_ON_A_MODEL = """
            plays:
              call-back:
                version: 1
                description: Calls who is likely to call again.
                cause: unsolved-problem
                signal: {model: repeat-contact}
                action: call-back
                channels: [agent-desktop]
                reaches-customer: false
                purpose: service
                autonomy: inform
                value: {customer: 45, business: 20}
                probability: 0.4
                cool-down: 1h
                expires: 4h
                urgency: urgent
                reasons:
                  - code: likely-repeat
                    sentence: Likely to call again.
            """;

    @TempDir
    private Path home;

    private SmallWorkspace workspace;
    private Path recording;

    @BeforeEach
    void recordAndDeclareAPlayOnAModelThatIsNotThereYet() throws IOException {
        workspace = new SmallWorkspace(home);
        workspace.write("triggers/definitions/first-model.yaml", PLAY_ON_A_MODEL);
        workspace.write("models/training/requirements.txt", "none\n");
        recording = workspace.recording(CUSTOMERS);
    }

    @Test
    void aFirstModelIsTrainedForAPlayThatNamesIt() throws IOException {
        assertThat(CommandRun.of(home, "replay", "--events", recording.toString())
                        .err())
                .contains("model is not in the repository: repeat-contact");

        CommandRun run = train("echo '3 rows to learn from'; mkdir -p \"$7\"; echo '{\"test\":{\"auc\":0.7}}'");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).contains("3 rows to learn from", "repeat-contact: 20 rows (");
        assertThat(run.out().lines()).hasSize(1);
        JsonNode model = new ObjectMapper().readTree(run.out()).at("/models/0");
        assertThat(model.at("/test/auc").doubleValue()).isEqualTo(0.7);
        assertThat(model.get("directory").textValue())
                .isEqualTo(home.resolve("models/repository/repeat-contact/1").toString());
    }

    @Test
    void theNextVersionHasTheNextNumber() throws IOException {
        Files.createDirectories(home.resolve("models/repository/repeat-contact/9"));

        assertThat(train("echo '{}'").out()).contains("models/repository/repeat-contact/10\"");
    }

    @Test
    void reasonsForEveryPredictionAreAskedForByTheScoreFromWhichOnTheyAreGiven() throws IOException {
        String repeatsItsArguments = "echo \"{\\\"said\\\":\\\"$*\\\"}\"";

        assertThat(train(repeatsItsArguments).out()).doesNotContain("--explain-from");
        assertThat(train(repeatsItsArguments, "--explain-from", "0").out()).contains("--explain-from 0.0\"");
    }

    @Test
    void whatTrainingSaysWhereItFailsIsToldAndTheFiguresSayWhichTargetFailed() throws IOException {
        CommandRun run = train("echo 'heed_training: label has one value only' >&2; exit 1");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("repeat-contact: training failed: heed_training: label has one value only");
        assertThat(new ObjectMapper().readTree(run.out()).at("/models/0/error").textValue())
                .contains("one value only");
    }

    @Test
    void aWorkspaceThatIsNamedTwiceIsRefused() {
        assertThat(CommandRun.of(home, "train", home.toString(), "--workspace", home.toString())
                        .err())
                .contains("workspace is named twice");
    }

    private CommandRun train(String whatPythonDoes, String... options) throws IOException {
        Path python =
                Files.writeString(home.resolve("python"), "#!/bin/sh\n[ \"$1\" = -c ] && exit 0\n" + whatPythonDoes);
        assertThat(python.toFile().setExecutable(true)).isTrue();
        List<String> line = new ArrayList<>(List.of("train", home.toString(), "--events", recording.toString()));
        line.addAll(List.of(options));
        return CommandRun.of(home, Map.of("HEED_PYTHON", python.toString()), line.toArray(String[]::new));
    }
}
