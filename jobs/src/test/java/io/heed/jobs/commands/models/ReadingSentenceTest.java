package io.heed.jobs.commands.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.models.repository.Aliases;
import io.heed.models.repository.Deployment;
import io.heed.models.repository.ModelDirectory;
import io.heed.models.repository.ModelRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingSentenceTest {
    private static final String MODEL = "emotional-state";

    @TempDir
    private Path root;

    private ModelRepository repository;

    @BeforeEach
    void writeAHeavyAndALightVersion() throws IOException {
        repository = new ModelRepository(root);
        write(1, "word-pieces-1");
        write(2, "written-words-1");
        write(3, "word-pieces-1");
    }

    @Test
    void nothingIsSaidBeforeAMessageWasRead() {
        assertThat(sentence(Map.of(), 1)).isEmpty();
    }

    @Test
    void whatKeepsUpIsSaidWithItsFigures() {
        assertThat(sentence(metrics(0.345), 1))
                .isEqualTo("Understanding messages keeps up: busy 35 % of the time at 6.3 ms a message, 42 s behind the"
                        + " wall clock.");
    }

    @Test
    void aBottleneckNamesTheLighterVersionAndHowToSwitch() {
        assertThat(sentence(metrics(0.97), 1))
                .isEqualTo("Understanding messages is the bottleneck: busy 97 % of the time at 6.3 ms a message, 42 s"
                        + " behind the wall clock. A lighter version reads faster: ./heed models promote"
                        + " emotional-state 2");
    }

    @Test
    void whereTheLightVersionReadsAlreadyOnlySlotsHelp() {
        assertThat(sentence(metrics(0.97), 2))
                .endsWith("No lighter version lies in the repository: give the job more slots.");
    }

    private String sentence(Map<String, Double> metrics, int reading) {
        return new ReadingSentence(repository).of(metrics, Deployment.of(repository, MODEL, Aliases.champion(reading)));
    }

    private static Map<String, Double> metrics(double share) {
        return Map.of("busyShare", share, "millisecondsAMessage", 6.25, "behindMillis", 42_000.0);
    }

    private void write(int version, String layout) throws IOException {
        Path folder = Files.createDirectories(repository.folder(MODEL, version));
        Files.writeString(folder.resolve("model.yaml"), """
                model: emotional-state
                version: %d
                kind: text
                description: How the writer of a message feels.
                output: {name: states, kind: probability, classes: [calm, satisfied]}
                threshold: 0.5
                languages: [en]
                text: {layout: %s}
                """.formatted(version, layout));
        Files.writeString(folder.resolve("model.onnx"), "no graph is needed here");
        Files.writeString(folder.resolve("examples.jsonl"), "{}");
        ModelDirectory.seal(folder);
    }
}
