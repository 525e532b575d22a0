package io.heed.jobs.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packaging, checking and exchanging models from the command line. */
class ModelsCommandTest {
    private static final Path GRAPHS = Path.of("..", "models", "src", "test", "resources", "exported");
    private static final List<String> FEATURES = List.of("chats_24h", "chats_7d", "chats_30d");

    @TempDir
    private Path home;

    private Path trainingSet;

    @BeforeEach
    void writeWorkspace() throws IOException {
        SmallWorkspace workspace = new SmallWorkspace(home);
        StringBuilder more = new StringBuilder("features:\n");
        for (String name : FEATURES.subList(1, 3)) {
            more.append("  ")
                    .append(name)
                    .append(": {description: Chats., unit: chats, events: [chat.closed], aggregate: mean,")
                    .append(" value: \"event.resolved ? 1.0 : 0.0\", window: ")
                    .append(name.substring(6))
                    .append("}\n");
        }
        workspace.write("features/definitions/more.yaml", more.toString());
        trainingSet = WrittenTrainingSet.in(home.resolve("training-set"), home, FEATURES, "");
    }

    @Test
    void aGraphBecomesTheNextVersionAndLoads() {
        CommandRun first = packaged("sklearn-matrix");
        CommandRun second = packaged("torch-logit-column");

        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.out())
                .contains(
                        "repeat-contact/1",
                        "scores are probabilities",
                        "auc=",
                        "models deploy repeat-contact 1 --as shadow");
        assertThat(second.out()).contains("repeat-contact/2", "scores are logits");
        assertThat(run("models", "validate").out()).contains("2 versions, nothing is wrong.");
        assertThat(run("models", "list").out())
                .containsPattern("repeat-contact +1 +- +repeat-contact +3")
                .contains("2 versions");
    }

    @Test
    void whatTheModelGetsForAnAbsentFeatureMustBeSaid() throws IOException {
        Path withGaps = WrittenTrainingSet.in(home.resolve("gaps"), home, FEATURES, "chats_7d");
        String graph = GRAPHS.resolve("sklearn-matrix.onnx").toString();

        CommandRun refused = run("models", "package", graph, "--training-set", withGaps.toString());
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("chats_7d (", "legal: --absent median");

        CommandRun said =
                run("models", "package", graph, "--training-set", withGaps.toString(), "--absent", "chats_7d=-1");
        assertThat(said.exitCode()).as(said.err()).isZero();
        assertThat(contract(1)).contains("absent: -1");
    }

    @Test
    void aVersionGoesFromShadowToChampionAndBack() {
        packaged("sklearn-matrix");
        packaged("torch-logit-column");
        assertThat(at("08:00", "deploy", "repeat-contact", "1", "--as", "champion")
                        .out())
                .contains("change 1: apply repeat-contact, version 1", "repeat-contact 1: champion");
        assertThat(at("09:00", "deploy", "repeat-contact", "2").out())
                .contains("repeat-contact 1: champion", "repeat-contact 2: shadow for 100 %");
        assertThat(at("10:00", "deploy", "repeat-contact", "2", "--as", "challenger", "--share", "0.25")
                        .out())
                .contains("repeat-contact 2: challenger for 25 %");
        assertThat(at("11:00", "promote", "repeat-contact").out()).contains("  repeat-contact 2: champion\n");
        assertThat(run("models", "status").out())
                .containsPattern("repeat-contact +2 +champion +repeat-contact")
                .contains("4 changes in the log");
        assertThat(at("12:00", "rollback", "repeat-contact").out())
                .contains("repeat-contact 1: champion", "repeat-contact 2: challenger for 25 %");
        assertThat(at("13:00", "withdraw", "repeat-contact", "2").out()).doesNotContain("challenger");
    }

    @Test
    void aHalfCopiedVersionIsNeverDeployed() throws IOException {
        packaged("sklearn-matrix");
        Path graph = home.resolve("models/repository/repeat-contact/1/model.onnx");
        byte[] whole = Files.readAllBytes(graph);
        Files.write(graph, Arrays.copyOf(whole, whole.length / 2));

        CommandRun refused = at("08:00", "deploy", "repeat-contact", "1");

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("model.onnx", "not copied to its end");
        assertThat(run("models", "validate").exitCode()).isEqualTo(1);
        assertThat(run("models", "list").out()).contains("cannot be read: validate it");
        assertThat(log()).isEmpty();
    }

    @Test
    void aModelWhoseFeaturesHaveChangedSinceTrainingIsRefused() throws IOException {
        packaged("sklearn-matrix");
        Path features = home.resolve("features/definitions/more.yaml");
        Files.writeString(features, Files.readString(features).replace("window: 30d", "window: 31d"));

        CommandRun refused = at("08:00", "deploy", "repeat-contact", "1");

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.out())
                .contains("repeat-contact is refused:", "definition has changed since training: chats_30d");
    }

    @Test
    void everyMistakeNamesWhatIsLegal() {
        packaged("sklearn-matrix");
        assertThat(run("models", "deploy", "churn", "1").err())
                .contains("there is no such model: churn (models: [repeat-contact])");
        assertThat(run("models", "deploy", "repeat-contact", "7").err())
                .contains("version does not exist: repeat-contact 7 (there are: [1])");
        assertThat(run("models", "deploy", "repeat-contact", "1", "--as", "challenger")
                        .err())
                .contains("a challenger needs a champion: 1");
        assertThat(run("models", "deploy", "repeat-contact", "1", "--share", "1.5")
                        .err())
                .contains("share is not above 0 and at most 1: 1.5");
        assertThat(run("models", "rollback", "repeat-contact").err()).contains("nothing served before");
        assertThat(run("models", "promote", "repeat-contact").err()).contains("no version serves");
        assertThat(run("models", "package", "missing.onnx", "--training-set", trainingSet.toString())
                        .err())
                .contains("model is neither a file nor a folder");
        assertThat(packaged("sklearn-matrix", "--features", "chats_24h,chats_8d,chats_30d")
                        .err())
                .contains("feature is not in the training set: chats_8d");
        assertThat(packaged("sklearn-matrix", "--features", "chats_24h").err())
                .contains("features has 1 entries, but the graph's input takes 3");
    }

    private CommandRun packaged(String graph, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "models",
                "package",
                GRAPHS.resolve(graph + ".onnx").toString(),
                "--training-set",
                trainingSet.toString()));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private CommandRun at(String time, String... arguments) {
        List<String> all = new ArrayList<>(List.of("models"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--at", "2026-03-01T" + time + ":00Z"));
        return run(all.toArray(String[]::new));
    }

    private CommandRun run(String... arguments) {
        return CommandRun.of(home, arguments);
    }

    private String contract(int version) throws IOException {
        return Files.readString(home.resolve("models/repository/repeat-contact/" + version + "/model.yaml"));
    }

    private List<Path> log() throws IOException {
        Path changes = home.resolve("changes");
        if (!Files.isDirectory(changes)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(changes)) {
            return files.toList();
        }
    }
}
