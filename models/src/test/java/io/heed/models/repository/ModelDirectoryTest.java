package io.heed.models.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heed.events.yaml.InvalidDefinitionsException;
import io.heed.events.yaml.Problems;
import io.heed.models.ModelFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelDirectoryTest {
    @TempDir
    Path repository;

    @Test
    void aCompleteDirectoryIsRead() {
        ModelDirectory directory = ModelDirectory.read(folder().write());
        assertThat(directory.contract().features())
                .extracting(ModelFeature::name)
                .containsExactly("contacts", "ratio", "visits");
        assertThat(directory.contract().threshold()).isEqualTo(0.5);
        assertThat(directory.examples()).hasSize(1);
        assertThat(directory.baseline()).isPresent();
        assertThat(directory.hash()).hasSize(64);
    }

    @Test
    void reasonsBeginAtTheThresholdAtTheLatest() {
        Path folder = folder().contract(ModelFolder.contract("repeat-contact", 1, "threshold: 0.3\nexplain-from: 0.4"))
                .write();
        refused(folder)
                .hasMessageContaining("explain-from is above the threshold 0.3, so that care would act without reasons")
                .hasMessageContaining("(legal: 0.3)");
    }

    @Test
    void theHashStandsForEveryFile() throws Exception {
        String before = ModelDirectory.read(folder().write()).hash();
        Path folder = folder().write();
        assertThat(ModelDirectory.read(folder).hash()).isEqualTo(before);
        Files.writeString(folder.resolve("model-card.md"), "another card");
        ModelFolder.writeChecksums(folder);
        assertThat(ModelDirectory.read(folder).hash()).isNotEqualTo(before);
    }

    @Test
    void aDirectoryWithoutChecksumsIsNotComplete() throws Exception {
        Path folder = folder().write();
        Files.delete(folder.resolve("SHA256SUMS"));
        refused(folder).hasMessageContaining("SHA256SUMS: the file is missing, so the directory is not complete");
    }

    @ParameterizedTest
    @ValueSource(strings = {"model.onnx", "model.yaml", "baseline.json", "examples.jsonl", "model-card.md"})
    void aFileThatIsNotCopiedToItsEndIsRefused(String name) throws Exception {
        Path folder = folder().write();
        byte[] whole = Files.readAllBytes(folder.resolve(name));
        Files.write(folder.resolve(name), Arrays.copyOf(whole, whole.length - 1));
        refused(folder).hasMessageContaining(name + ": checksum is ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"model.onnx", "model.yaml", "baseline.json", "examples.jsonl"})
    void aFileThatIsNotThereIsRefusedWithAndWithoutItsChecksum(String name) throws Exception {
        Path folder = folder().write();
        Files.delete(folder.resolve(name));
        refused(folder).hasMessageContaining(name + ": the file is missing but stands in SHA256SUMS");
        ModelFolder.writeChecksums(folder);
        refused(folder).hasMessageContaining(name + ": the file is missing");
    }

    @Test
    void aFileBesideTheChecksumsIsRefused() throws Exception {
        Path folder = folder().write();
        Files.writeString(folder.resolve("model.onnx.data"), "weights");
        refused(folder).hasMessageContaining("model.onnx.data: the file does not stand in SHA256SUMS");
    }

    @Test
    void aLineThatIsNoChecksumIsRefused() throws Exception {
        Path folder = folder().write();
        Files.writeString(folder.resolve("SHA256SUMS"), "0123  ../model.onnx\n");
        refused(folder).hasMessageContaining("SHA256SUMS:1:1: not a checksum and a file name: 0123  ../model.onnx");
    }

    @Test
    void aDirectoryUnderAnotherNameIsRefused() {
        Path folder = new ModelFolder(repository, "repeat-contact", 2)
                .contract(ModelFolder.contract("repeat-contact", 1, ""))
                .write();
        refused(folder)
                .hasMessageContaining(
                        "model and version are not those of the folder repeat-contact/2: " + "repeat-contact/1");
    }

    @Test
    void everyProblemOfAContractIsToldWithItsPlace() {
        Path folder = folder().contract("""
                        model: repeat-contact
                        version: 0
                        features:
                          - {name: contacts, definition: "sha256:c1", absent: none}
                          - {name: contacts, definition: "sha256:c1", absent: 0, fallback: 1}
                          - {name: ratio, absent: 0}
                        output: {kind: odds, classes: [quiet, contact], class: repeat}
                        threshold: 1.5
                        languages: [english]
                        self-test: {tolerance: 0}
                        thresholds: [0.5]
                        """).write();
        assertThatThrownBy(() -> ModelDirectory.read(folder))
                .isInstanceOfSatisfying(InvalidDefinitionsException.class, refused -> {
                    String file = folder.resolve("model.yaml").toString();
                    assertThat(refused.problems())
                            .allSatisfy(problem -> assertThat(problem).startsWith(file + ":"))
                            .anySatisfy(problem -> assertThat(problem).contains(":2:10: version is not at least 1: 0"))
                            .anySatisfy(problem -> assertThat(problem).contains(":4:55: absent is not a number: none"))
                            .anySatisfy(problem -> assertThat(problem).contains(":5:5: feature stands twice: contacts"))
                            .anySatisfy(problem -> assertThat(problem).contains(":5:58: unknown key: fallback"))
                            .anySatisfy(problem -> assertThat(problem).contains(":6:5: key is missing: definition"))
                            .anySatisfy(problem -> assertThat(problem).contains(":7:16: kind is not one of"))
                            .anySatisfy(problem -> assertThat(problem).contains("class is not one of classes"))
                            .anySatisfy(
                                    problem -> assertThat(problem).contains(":8:12: threshold is not within 0..1: 1.5"))
                            .anySatisfy(problem -> assertThat(problem).contains("no ISO 639 code: english"))
                            .anySatisfy(problem -> assertThat(problem).contains("tolerance is not above 0"))
                            .anySatisfy(problem -> assertThat(problem).contains("key is missing: target"))
                            .anySatisfy(problem -> assertThat(problem).contains(":11:1: unknown key: thresholds"));
                });
    }

    @Test
    void examplesThatNameOtherFeaturesAreRefused() {
        Path folder = folder().examples("""
                        {"features": {"contacts": 1, "ratio": null, "clicks": 3}, "score": "high"}
                        {"features": {
                        """).write();
        refused(folder)
                .hasMessageContaining("examples.jsonl:1:1: score is not a number")
                .hasMessageContaining("examples.jsonl:1:1: feature is neither a number nor null: visits is null")
                .hasMessageContaining("examples.jsonl:1:1: feature is not in model.yaml: clicks")
                .hasMessageContaining("examples.jsonl:2:1: not valid JSON");
    }

    @Test
    void aBaselineWhoseHistogramDoesNotFitItsEdgesIsRefused() {
        Path folder = folder().baseline("{\"row\": {\"contacts\": 0, \"ratio\": null, \"visits\": 0},"
                        + " \"features\": {\"contacts\": {\"edges\": [1, 2], \"counts\": [3, 4]}}}")
                .write();
        refused(folder)
                .hasMessageContaining("baseline.json: not a baseline: counts has not one entry more than edges (2)");
    }

    @Test
    void featuresDeclaredOtherwiseThanInTrainingAreNamed() {
        ModelDirectory directory = ModelDirectory.read(folder().write());
        Problems problems = new Problems();
        Map<String, String> declared = Map.of("contacts", "sha256:c1", "ratio", "sha256:changed");
        directory.checkDefinitions(declared::get, problems);
        assertThat(problems.all())
                .hasSize(2)
                .anySatisfy(problem -> assertThat(problem)
                        .contains(
                                "definition has changed since training: ratio is sha256:changed, trained on sha256:c2"))
                .anySatisfy(problem -> assertThat(problem).contains("not declared in this workspace: visits"));
    }

    @Test
    void aModelOfTextNeedsLanguagesAndClassesButNoFeatures() {
        Path folder = new ModelFolder(repository, "emotional-state", 1)
                .contract("""
                        model: emotional-state
                        version: 1
                        kind: text
                        languages: [en, es]
                        output: {classes: [calm, angry]}
                        text: {encoder: minilm, max-tokens: 128}
                        """)
                .examples("{\"text\": \"thanks\", \"calm\": 0.9}\n")
                .write();
        ModelDirectory directory = ModelDirectory.read(folder);
        assertThat(directory.contract().output().classes()).containsExactly("calm", "angry");
        assertThat(directory.contract().text()).containsEntry("max-tokens", "128");
        assertThat(directory.exampleLines()).isEqualTo(List.of("{\"text\": \"thanks\", \"calm\": 0.9}"));
    }

    private ModelFolder folder() {
        return new ModelFolder(repository, "repeat-contact", 1);
    }

    private static AbstractThrowableAssert<?, ?> refused(Path folder) {
        return assertThatThrownBy(() -> ModelDirectory.read(folder)).isInstanceOf(InvalidDefinitionsException.class);
    }
}
