package io.heed.jobs.brokeninput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.heed.events.catalogue.DefinitionFile;
import io.heed.events.yaml.InvalidDefinitionsException;
import io.heed.jobs.configuration.JobConfiguration;
import io.heed.jobs.flink.workspace.WorkspaceFiles;
import io.heed.jobs.workspace.Definitions;
import io.heed.jobs.workspace.WorkspaceSnapshot;
import io.heed.models.repository.ModelDirectory;
import io.heed.models.repository.ModelRepository;
import io.heed.models.scoring.ModelRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One mistake in one file beside the telco's own definitions: told with its place, its rule and how to do it right. */
class BrokenDefinitionsTest {
    private static final WorkspaceSnapshot TELCO = WorkspaceFiles.snapshot("..");
    private static final Map<String, String> MODELS = Map.of("repeat-contact", "repeat-contact");
    private static final String PLAY = """
            plays:
              new-play:
                description: A play.
                cause: something
                signal: {pattern: bill-spike}
                action: act
                channels: [app]
                reaches-customer: false
                purpose: service
                autonomy: inform
                value: {customer: 1, business: 1}
                probability: 0.5
                cool-down: 1d
                expires: 1d
                reasons: [{code: because, sentence: It is so.}]
            """;

    static Stream<Arguments> mistakes() {
        return Stream.of(
                in(
                        "events",
                        "event-types:\n  new.type: {subject: custommer}",
                        "2:23: subject is not one of",
                        "(legal: customer)"),
                in("events", "event-types:\n\tnew.type: {}", "2:1: not valid YAML", ""),
                in(
                        "events",
                        "event-types:\n  new.type: {fields: {a: {type: string}}}",
                        "2:33: type is not one of",
                        "(legal: text)"),
                in("events", "contacts: {more: {opens: [call.begun], closes: [call.ended]}}", "1:", "call.begun"),
                in("features", feature("aggregate: sum, value: event.durationMin, window: 7d"), "1:", "durationMin"),
                in(
                        "features",
                        feature("aggregate: count, window: 7 days"),
                        "1:",
                        "7 days (legal: 90s, 30m, 24h or 7d)"),
                in(
                        "features",
                        feature("aggregate: count, window: 7d, colour: red"),
                        "1:",
                        "unknown key: colour (legal: "),
                in(
                        "patterns",
                        "patterns: {new: {description: x, within: 1d, stages: [{a: {event: call.begun}}]}}",
                        "1:",
                        "call.begun"),
                in(
                        "patterns",
                        "patterns: {new: {description: x, stages: [{a: {event: call.ended, where: a.speed > 1}}]}}",
                        "1:",
                        "speed"),
                in(
                        "patterns",
                        "patterns: {new: {description: x, stages: [{a: {event: call.ended}}, {b: {folowed-by: call.ended}}]}}",
                        "1:",
                        "folowed-by"),
                in("triggers", PLAY.replace("bill-spike", "bill-spikes"), "5:", "bill-spikes"),
                in("triggers", PLAY.replace("0.5", "prediction.score"), "12:", "prediction"),
                in(
                        "triggers",
                        PLAY.replace("1d\n    reasons", "1 day\n    reasons"),
                        "14:",
                        "1 day (legal: 90s, 30m, 24h or 7d)"),
                in("triggers", PLAY.replace("    action: act\n", ""), "3:5: ", "key is missing: action (legal: "),
                in("triggers", PLAY.replace("It is so.", "\"It cost {bill.price:0.00}.\""), "15:", "price"),
                in(
                        "targets",
                        "targets: {new: {description: x, decision: contact.ends, labels: [contact.started], horizon: 24h, features: [calls]}}",
                        "1:",
                        "contact.ends"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeInAFileIsToldWithItsPlaceItsRuleAndItsValue(String folder, String text, String place, String rule) {
        InvalidDefinitionsException refused = catchThrowableOfType(
                InvalidDefinitionsException.class, () -> Definitions.load(with(folder, text), MODELS));

        assertThat(refused).as("refused").isNotNull();
        assertThat(refused.getMessage()).contains(folder + "/new.yaml:" + place).contains(rule);
    }

    @Test
    void everyMistakeOfAJobsConfigurationIsToldAtOnce() {
        String text = """
                workspace: .
                input: {files: [events.jsonl], mappings: none}
                output: {terminal: perhaps}
                time: {max-out-of-orderness: five minutes, until: tomorrow}
                key-variable: NO_SUCH_VARIABLE
                colour: red
                """;

        InvalidDefinitionsException refused = catchThrowableOfType(
                InvalidDefinitionsException.class, () -> JobConfiguration.read("heed.yaml", text, Map.of()));

        assertThat(refused.getMessage())
                .contains("heed.yaml:2:32: unknown key: mappings (legal: ")
                .contains("heed.yaml:3:20: terminal is not true or false: perhaps (legal: true)")
                .contains(
                        "heed.yaml:4:30: max-out-of-orderness is not a duration: five minutes (legal: 90s, 30m, 24h or 7d)")
                .contains("heed.yaml:4:51: until is not")
                .contains(
                        "heed.yaml:5:15: key-variable names an environment variable that is not set: NO_SUCH_VARIABLE")
                .contains("heed.yaml:6:1: unknown key: colour (legal: ");
    }

    @Test
    void aModelThatIsNotWhatItsChecksumsSayIsRefused(@TempDir Path folder) throws Exception {
        Path version = copyOfTheModel(folder);
        Files.writeString(version.resolve("model.onnx"), "no graph");

        assertThat(refusal(version)).contains("model.onnx").contains("SHA256SUMS");
    }

    @Test
    void aModelWhoseContractIsWrongIsRefusedWithThePlace(@TempDir Path folder) throws Exception {
        Path version = copyOfTheModel(folder);
        rewrite(version, "model.yaml", "kind: tabular", "kind: table");

        assertThat(refusal(version))
                .contains("model.yaml:3:7: kind is not one of")
                .contains("table");
    }

    @Test
    void aModelThatDoesNotReproduceItsExamplesIsRefused(@TempDir Path folder) throws Exception {
        Path version = copyOfTheModel(folder);
        rewrite(version, "examples.jsonl", "\"score\": [0-9.]+", "\"score\": 0.999");

        assertThat(refusal(version)).contains("examples.jsonl:1:1: score is 0.999, but the graph gives 0.0");
    }

    private static Arguments in(String folder, String text, String place, String rule) {
        String whole = folder.equals("targets") ? "models/targets" : folder + "/definitions";
        return Arguments.of(whole, text, place, rule);
    }

    private static String feature(String body) {
        return "features: {new_one: {description: x, unit: calls, events: [call.ended], " + body + "}}";
    }

    private static WorkspaceSnapshot with(String folder, String text) {
        Map<String, List<DefinitionFile>> files = new TreeMap<>(TELCO.files());
        List<DefinitionFile> inFolder = new ArrayList<>(TELCO.definitions(folder));
        inFolder.add(new DefinitionFile(folder + "/new.yaml", text));
        files.put(folder, inFolder);
        return new WorkspaceSnapshot(TELCO.location(), files);
    }

    private static String refusal(Path version) {
        return String.valueOf(catchThrowableOfType(
                        InvalidDefinitionsException.class,
                        () -> new ModelRegistry().acquire(ModelDirectory.read(version)))
                .getMessage());
    }

    private static Path copyOfTheModel(Path folder) throws IOException {
        ModelRepository repository = new ModelRepository(Path.of("..", "models", "repository"));
        Path from = repository.folder("repeat-contact", repository.champion("repeat-contact"));
        Path to = Files.createDirectories(
                folder.resolve("repeat-contact").resolve(from.getFileName().toString()));
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName().toString()));
            }
        }
        return to;
    }

    /** Changes a file and its checksum. */
    private static void rewrite(Path version, String name, String from, String to) throws Exception {
        Path file = version.resolve(name);
        String before = hash(file);
        Files.writeString(file, Files.readString(file).replaceFirst(from, to));
        Path sums = version.resolve("SHA256SUMS");
        Files.writeString(sums, Files.readString(sums).replace(before, hash(file)), StandardCharsets.UTF_8);
    }

    private static String hash(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
