package io.heed.language.emotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.heed.events.yaml.InvalidDefinitionsException;
import io.heed.language.ServiceCorpus;
import io.heed.language.redaction.HashingKey;
import io.heed.language.redaction.Redactor;
import io.heed.models.repository.ModelRepository;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmotionModelTest {
    private static final Path SHIPPED = ServiceCorpus.workspace().resolve("models/repository");
    private static final Path COMMENTS =
            ServiceCorpus.workspace().resolve("../shared/data/emotions").normalize();
    private static final Set<String> ANGER = Set.of("2", "11");
    private static final Set<String> JOY = Set.of("15", "17", "18");

    private final EmotionModel model = EmotionModel.champion(new ModelRepository(SHIPPED));

    @Test
    void examplesOfTheShippedModelAreReproduced() throws IOException {
        List<String> examples = Files.readAllLines(SHIPPED.resolve("emotional-state/2/examples.jsonl"));
        assertThat(examples).hasSizeGreaterThanOrEqualTo(8);
        for (String line : examples) {
            JsonNode example = new ObjectMapper().readTree(line);
            Emotion emotion = model.read(example.path("text").asText()).emotion();
            assertThat(emotion.distress())
                    .as(line)
                    .isEqualTo(example.path("distress").asDouble(), within(0.01));
        }
    }

    @Test
    void distressRanksTheServiceCorpus() {
        List<Double> distressed = new ArrayList<>();
        List<Double> others = new ArrayList<>();
        for (ServiceCorpus.Message message : ServiceCorpus.read("en", "test")) {
            boolean isDistressed = Set.of("frustrated", "angry").contains(message.state());
            (isDistressed ? distressed : others).add(distress(message.text()));
        }
        assertThat(areaUnderCurve(distressed, others)).isGreaterThan(0.75);
    }

    @Test
    void distressTellsAngerFromJoyInRealComments() throws IOException {
        Path file = COMMENTS.resolve("goemotions-test.tsv.gz");
        assumeThat(Files.exists(file))
                .as("GoEmotions is at %s (the shared data is not part of the repository)", file)
                .isTrue();
        List<Double> angry = new ArrayList<>();
        List<Double> joyful = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null && joyful.size() < 150; line = lines.readLine()) {
                String[] columns = line.split("\t", -1);
                if (ANGER.contains(columns[1])) {
                    angry.add(distress(columns[0]));
                } else if (JOY.contains(columns[1])) {
                    joyful.add(distress(columns[0]));
                }
            }
        }
        assertThat(angry).hasSizeGreaterThan(50);
        assertThat(areaUnderCurve(angry, joyful)).isGreaterThan(0.85);
    }

    @Test
    void probabilitiesAddUpToOne() {
        Emotion emotion = model.read("why is my bill so high").emotion();
        double sum = emotion.probabilities().values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        assertThat(sum).isEqualTo(1, within(1e-5));
        assertThat(model.reads("en")).isTrue();
        assertThat(model.reads("es")).isFalse();
    }

    @Test
    void noScoreDependsOnTheHashingKey() {
        String text = "my name is Sarah Jenkins, call me on 07700 900123, this is the third time";
        String one = Redactor.create(HashingKey.of("a key for tests alone")).redact(text, "c1");
        String other = Redactor.create(HashingKey.of("another key for tests")).redact(text, "c2");
        assertThat(one).isNotEqualTo(other);
        Reading first = model.read(one);
        Reading second = model.read(other);
        assertThat(first.emotion()).isEqualTo(second.emotion());
        assertThat(first.meaning()).containsExactly(second.meaning());
    }

    @Test
    void aModelThatDoesNotReproduceItsExamplesIsRefused(@TempDir Path root) throws IOException {
        Path version = copyOfShipped(root);
        replace(version.resolve("examples.jsonl"), "\"distress\": 0.", "\"distress\": 9.");
        assertThatThrownBy(() -> EmotionModel.champion(new ModelRepository(root)))
                .isInstanceOf(InvalidDefinitionsException.class)
                .hasMessageContaining("examples.jsonl:1:1: the score is off by");
    }

    @Test
    void aModelOfAnotherLayoutIsRefusedWithEveryReason(@TempDir Path root) throws IOException {
        Path version = copyOfShipped(root);
        replace(version.resolve("model.yaml"), "word-pieces-1", "word-pieces-0");
        replace(version.resolve("model.yaml"), "calm, satisfied", "satisfied, calm");
        assertThatThrownBy(() -> EmotionModel.champion(new ModelRepository(root)))
                .isInstanceOf(InvalidDefinitionsException.class)
                .hasMessageContaining("text.layout is not one that this version of Heed makes: \"word-pieces-0\"")
                .hasMessageContaining("classes are not the states in order");
    }

    private double distress(String text) {
        return model.read(text).emotion().distress();
    }

    /** The share of pairs in which the upper has the higher score. */
    private static double areaUnderCurve(List<Double> upper, List<Double> lower) {
        double pairs = 0;
        for (double high : upper) {
            for (double low : lower) {
                pairs += high > low ? 1 : high == low ? 0.5 : 0;
            }
        }
        return pairs / upper.size() / lower.size();
    }

    private static Path copyOfShipped(Path root) throws IOException {
        Path version = Files.createDirectories(root.resolve("emotional-state/2"));
        Files.copy(SHIPPED.resolve("emotional-state/aliases.yaml"), root.resolve("emotional-state/aliases.yaml"));
        try (Stream<Path> files = Files.list(SHIPPED.resolve("emotional-state/2"))) {
            for (Path file : files.toList()) {
                Files.copy(file, version.resolve(file.getFileName()));
            }
        }
        return version;
    }

    /** Changes a file and its checksum. */
    private static void replace(Path file, String old, String replacement) throws IOException {
        String before = hash(file);
        String text = Files.readString(file);
        assertThat(text).contains(old);
        Files.writeString(file, text.replace(old, replacement));
        Path sums = file.resolveSibling("SHA256SUMS");
        Files.writeString(sums, Files.readString(sums).replace(before, hash(file)));
    }

    private static String hash(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
