package io.heed.jobs.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LanguageCommandTest {
    private static final Path ROOT = GuideCommands.ROOT;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ANGRY =
            "this is a DISGRACE, you charged me twice AGAIN. call me on 07700 900123 or i am going to my lawyer";

    @TempDir
    private Path folder;

    @Test
    void aMessageIsRedactedAndScored() {
        JsonNode line = only(text(ANGRY));

        assertThat(keys(line))
                .containsExactly(
                        "id",
                        "text",
                        "states",
                        "state",
                        "distress",
                        "distressThreshold",
                        "topic",
                        "language",
                        "withheld");
        assertThat(line.path("id").isTextual()).isTrue();
        assertThat(line.path("id").asText()).isEqualTo("1");
        assertThat(line.path("text").asText()).contains("[PHONE:").doesNotContain("07700");
        assertThat(line.path("state").asText()).isIn("angry", "frustrated");
        assertThat(line.path("distress").asDouble())
                .isGreaterThan(line.path("distressThreshold").asDouble());
        assertThat(keys(line.path("states")))
                .containsExactly("calm", "satisfied", "confused", "worried", "frustrated", "angry");
        double sum = 0;
        for (JsonNode probability : line.path("states")) {
            sum += probability.asDouble();
        }
        assertThat(sum).isBetween(0.999, 1.001);
        assertThat(line.path("topic").path("name").asText()).isEqualTo("billing");
        assertThat(line.path("topic").path("confidence").asDouble()).isBetween(0.0, 1.0);
        assertThat(line.path("language").asText()).isEqualTo("en");
        assertThat(line.path("withheld").asBoolean(true)).isFalse();
    }

    @Test
    void everyLineGivesALineInItsPlaceAtAnyNumberOfThreads() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            lines.add(i % 7 == 3 ? "" : "message " + i + (i % 2 == 0 ? " where is my parcel" : " this is a disgrace "));
        }
        Path messages = Files.write(folder.resolve("messages.txt"), lines);
        Path out = folder.resolve("out.jsonl");

        CommandRun one = run("language", messages.toString(), "--threads", "1");
        CommandRun four = run("language", messages.toString(), "--threads", "4", "--out", out.toString());

        assertThat(one.exitCode()).as(one.err()).isZero();
        assertThat(four.out()).isEmpty();
        assertThat(Files.readString(out)).isEqualTo(one.out());
        List<JsonNode> understood = lines(one);
        assertThat(understood).hasSize(120);
        for (int i = 0; i < 120; i++) {
            assertThat(understood.get(i).path("id").asText()).isEqualTo(String.valueOf(i + 1));
            assertThat(understood.get(i).path("text").asText()).isEqualTo(lines.get(i));
        }
        assertThat(understood.get(3).path("state").asText()).isEqualTo("unknown");
        assertThat(one.err()).contains("120 messages in ", " a second", "by language: en 120", "17 not scored");
    }

    @Test
    void jsonLinesSayWhoWroteInWhichConversation() {
        CommandRun run = text("""
                {"id": "a", "text": "I am furious, call 07700 900123", "speaker": "agent", "conversation": "c1"}
                {"id": 17, "text": "I am furious, call 07700 900123", "speaker": null, "conversation": "c1"}
                {"text": "I am furious, call 07700 900123", "conversation": "c2", "language": "en"}""");

        assertThat(run.exitCode()).as(run.err()).isZero();
        List<JsonNode> lines = lines(run);
        assertThat(lines).extracting(line -> line.path("id").asText()).containsExactly("a", "17", "3");
        assertThat(lines.get(0).path("state").asText()).isEqualTo("unknown");
        assertThat(lines.get(0).path("states").isNull()).isTrue();
        assertThat(lines.get(0).path("distress").isNull()).isTrue();
        assertThat(lines.get(0).path("topic").isNull()).isTrue();
        assertThat(lines.get(1).path("state").asText()).isIn("angry", "frustrated");
        assertThat(lines.get(0).path("text")).isEqualTo(lines.get(1).path("text"));
        assertThat(lines.get(2).path("text")).isNotEqualTo(lines.get(1).path("text"));
    }

    @Test
    void aLineThatHoldsNoMessageGivesAnErrorInItsPlaceAndTheOthersGoOn() {
        CommandRun run = text("""
                {"id": "a", "text": "where is my parcel"}
                {"id": "b", "txt": "where is my parcel"}
                {"id": "c", "text": 5, "speaker": "boss"}

                {"id": "e", "text": "cut o
                {"id": "f", "text": "where is my parcel"} {}
                {"id": "g", "id": "h", "text": "where is my parcel"}
                {"id": "i", "text": "where is my parcel", "language": "english"}
                {"id": "j"}
                {"id": "k", "text": "where is my parcel"}""");

        assertThat(run.exitCode()).isEqualTo(1);
        List<JsonNode> lines = lines(run);
        assertThat(lines)
                .extracting(line -> line.path("id").asText())
                .containsExactly("a", "b", "c", "4", "e", "f", "g", "i", "j", "k");
        assertThat(lines.get(0).has("error")).isFalse();
        assertThat(error(lines.get(1)))
                .isEqualTo("-:2:13: the key is not known: txt (legal: id, text, conversation, speaker, language)");
        assertThat(error(lines.get(2)))
                .contains("-:3:21: text is not a text (legal: \"text\": ")
                .contains("; -:3:35: speaker is not known: boss (legal: customer, agent, bot)");
        assertThat(error(lines.get(3))).startsWith("-:4:1: not a JSON object (legal: {\"id\": \"m1\"");
        assertThat(error(lines.get(4)))
                .startsWith("-:5:")
                .contains("not a JSON object")
                .doesNotContain("cut o");
        assertThat(error(lines.get(5))).startsWith("-:6:43: the line goes on after its JSON object");
        assertThat(error(lines.get(6))).startsWith("-:7:").contains("each key once");
        assertThat(error(lines.get(7))).startsWith("-:8:").contains("not an ISO 639-1 code: english (legal: en)");
        assertThat(error(lines.get(8))).startsWith("-:9:1: text is missing (legal: {\"id\": \"m1\"");
        assertThat(lines.get(9).path("text").asText()).isEqualTo("where is my parcel");
        assertThat(run.err()).contains("-:2:13: the key is not known", "2 messages in ", "8 lines held no message");
    }

    @Test
    void whatAProblemQuotesIsRedacted() {
        CommandRun run = text("{\"text\": \"hello\", \"speaker\": \"ann@example.com\", \"+44 7700 900123\": 1}");

        assertThat(run.out() + run.err())
                .contains("speaker is not known: [EMAIL:")
                .doesNotContain("ann@example.com")
                .doesNotContain("7700");
    }

    @Test
    void otherLanguagesAreUnknownAndNeverCalm() {
        CommandRun run = text("""
                es una vergüenza, llevo cuatro días sin internet y mi móvil es 612 345 678
                Bonjour, je suis Amélie et ma facture est beaucoup trop élevée
                Почему нет интернета
                das ist eine Frechheit, ich warte seit drei Wochen auf meinen Anschluss""");

        assertThat(run.exitCode()).as(run.err()).isZero();
        List<JsonNode> lines = lines(run);
        assertThat(lines).allSatisfy(line -> {
            boolean scored = !line.path("states").isNull();
            assertThat(line.path("distress").isNull()).isEqualTo(!scored);
            assertThat(line.path("state").asText()).isNotEqualTo("calm");
            if (!scored) {
                assertThat(line.path("state").asText()).isEqualTo("unknown");
            }
        });
        assertThat(lines).extracting(line -> line.path("language").asText()).containsExactly("es", "fr", "und", "de");
        assertThat(lines)
                .extracting(line -> line.path("withheld").asBoolean())
                .containsExactly(false, true, true, true);
        assertThat(lines.get(1).path("text").asText()).isEmpty();
        assertThat(run.err()).contains("de 1, es 1, fr 1, und 1", "3 withheld");
    }

    @Test
    void theFirstCharacterTellsTheFormatUnlessItIsSaid() {
        String line = "{\"text\": \"where is my parcel\"}";

        assertThat(only(text(" \n" + line).out().lines().skip(1).findFirst().orElseThrow())
                        .path("text")
                        .asText())
                .isEqualTo("where is my parcel");
        assertThat(only(CommandRun.withInput(ROOT, line, "language", "-", "--format", "text"))
                        .path("text")
                        .asText())
                .isEqualTo(line);
        assertThat(error(only(CommandRun.withInput(ROOT, "where is it", "language", "-", "--format", "json"))))
                .startsWith("-:1:6: not a JSON object");
    }

    @Test
    void gzipIsReadAndWritten() throws IOException {
        Path plain = Files.writeString(folder.resolve("messages.txt"), "\uFEFFwhere is my parcel\r\nno internet\n");
        Path packed = folder.resolve("messages.txt.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(Files.readAllBytes(plain));
        }
        Path out = folder.resolve("out.jsonl.gz");

        CommandRun run = run("language", packed.toString());
        run("language", plain.toString(), "--out", out.toString());

        assertThat(lines(run))
                .extracting(line -> line.path("text").asText())
                .containsExactly("where is my parcel", "no internet");
        try (var in = new java.util.zip.GZIPInputStream(Files.newInputStream(out))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(run.out());
        }
    }

    @Test
    void aLineThatIsNoTextTakesNoOtherWithIt() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("where is it\nsé".getBytes(StandardCharsets.UTF_8));
        bytes.write(new byte[] {(byte) 0xFF, '\n'});
        bytes.write("x".repeat((1 << 20) + 1).getBytes(StandardCharsets.UTF_8));
        bytes.write("\nno internet".getBytes(StandardCharsets.UTF_8));
        Path messages = Files.write(folder.resolve("messages.txt"), bytes.toByteArray());

        CommandRun run = run("language", messages.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        List<JsonNode> lines = lines(run);
        assertThat(lines).hasSize(4);
        assertThat(error(lines.get(1))).contains("messages.txt:2:3: the line is not in UTF-8");
        assertThat(error(lines.get(2))).contains("messages.txt:3:1: the line is longer than 1048576 bytes: 1048577");
        assertThat(lines.get(3).path("text").asText()).isEqualTo("no internet");
    }

    @Test
    void aWorkspaceWithoutAModelScoresNothingAndSaysSo() {
        CommandRun run = CommandRun.withInput(ROOT, "I am furious", "language", "-", "--workspace", folder.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).contains("the workspace has no model of emotional states");
        assertThat(only(run).path("distressThreshold").isNull()).isTrue();
        assertThat(only(run).path("state").asText()).isEqualTo("unknown");
    }

    @Test
    void wrongArgumentsAreNamed() throws IOException {
        String messages =
                Files.writeString(folder.resolve("messages.txt"), "hello").toString();

        assertThat(run("language", "no-such.txt").err()).contains("FILE does not exist: no-such.txt");
        assertThat(run("language", messages, "--threads", "0").err()).contains("threads is not above 0: 0");
        assertThat(run("language", messages, "--out", messages).err()).contains("out is the file that is read");
        assertThat(run("language", messages, "--usual-language", "english").err())
                .contains("usual-language is not an ISO 639-1 code: english (legal: en)");
        assertThat(run("language").exitCode()).isEqualTo(2);
    }

    private static CommandRun run(String... arguments) {
        return CommandRun.of(ROOT, arguments);
    }

    private static CommandRun text(String input) {
        return CommandRun.withInput(ROOT, input, "language", "-");
    }

    private static String error(JsonNode line) {
        assertThat(keys(line)).containsExactly("id", "error");
        return line.path("error").asText();
    }

    private static JsonNode only(CommandRun run) {
        List<JsonNode> lines = lines(run);
        assertThat(lines).hasSize(1);
        return lines.get(0);
    }

    private static List<JsonNode> lines(CommandRun run) {
        return run.out().lines().map(LanguageCommandTest::only).toList();
    }

    private static JsonNode only(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException wrong) {
            throw new AssertionError(line, wrong);
        }
    }

    private static List<String> keys(JsonNode object) {
        List<String> keys = new ArrayList<>();
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            keys.add(names.next());
        }
        return keys;
    }
}
