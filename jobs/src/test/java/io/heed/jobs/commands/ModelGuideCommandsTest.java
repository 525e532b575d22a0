package io.heed.jobs.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.replay.simulation.Simulation;
import io.heed.replay.simulation.SimulationOptions;
import io.heed.replay.simulation.SimulationProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs every command of docs/models.md, one after the other, over a copy of the telco's workspace and a small recording. */
class ModelGuideCommandsTest {
    private static final SimulationOptions SMALL = SimulationOptions.of(150, 60, 5);

    @TempDir
    private Path home;

    @Test
    void everyCommandSucceeds() throws IOException {
        GuideCommands.copyWorkspace(home);
        Simulation.of(SMALL).writeTo(home.resolve("replay-data/recordings/telco"), SimulationProgress.SILENT);
        Path trained =
                Files.copy(home.resolve("models/repository/repeat-contact/1/model.onnx"), home.resolve("model.onnx"));
        List<String> commands = GuideCommands.of(Files.readString(GuideCommands.ROOT.resolve("docs/models.md")));

        assertThat(commands).hasSizeGreaterThan(11);
        for (String command : commands) {
            GuideCommands.succeeds(
                    home,
                    command.replace("CUSTOMER", scoredCustomer())
                            .replace(" model.onnx", " " + trained)
                            .replaceAll(" (training-set|changes|out)(?=/| |$)", " " + home + "/$1"));
        }
        assertThat(home.resolve("training-set/manifest.json")).exists();
        assertThat(home.resolve("out/predictions.jsonl")).isNotEmptyFile();
    }

    /** A customer whom the guide's model has scored; known once the replay of the guide has run. */
    private String scoredCustomer() throws IOException {
        Path predictions = home.resolve("out/predictions.jsonl");
        if (!Files.exists(predictions)) {
            return "CUSTOMER";
        }
        String scored = Files.readAllLines(predictions).stream()
                .filter(line -> line.contains("\"model\":\"repeat-contact\""))
                .findFirst()
                .orElseThrow();
        return scored.replaceFirst(".*?\"customer\":\"([^\"]*)\".*", "$1");
    }
}
