package io.heed.jobs.commands.language;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.heed.language.CustomerMessage;
import io.heed.language.Speaker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads the one message of a JSON line, and tells all that is wrong with it. */
final class JsonMessage {
    static final String LEGAL_LINE = "{\"id\": \"m1\", \"text\": \"where is my parcel\", \"speaker\": \"customer\"}";
    private static final List<String> KEYS = List.of("id", "text", "conversation", "speaker", "language");
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final String place;
    private final UnaryOperator<String> redacted;
    private final List<String> problems = new ArrayList<>();

    private String id;
    private @Nullable String text;
    private String conversation;
    private Speaker speaker = Speaker.CUSTOMER;
    private @Nullable String language;

    /**
     * A message yet to be read.
     *
     * @param place file and line, to which a column is added
     * @param id what it is called unless it says so itself
     * @param redacted takes personal data out of what a problem quotes
     */
    JsonMessage(String place, String id, UnaryOperator<String> redacted) {
        this.place = place;
        this.id = id;
        this.conversation = LineReader.alone(id);
        this.redacted = redacted;
    }

    ReadMessage read(String line) {
        try (JsonParser parser = JSON.createParser(line)) {
            readObject(parser);
        } catch (JsonProcessingException broken) {
            // Its message may quote the text.
            problem(broken.getLocation().getColumnNr(), "not a JSON object with each key once", LEGAL_LINE);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a line in memory cannot be read", impossible);
        }
        if (text == null && problems.isEmpty()) {
            problem(1, "text is missing", LEGAL_LINE);
        }
        CustomerMessage message =
                text == null || !problems.isEmpty() ? null : new CustomerMessage(text, conversation, speaker, language);
        return new ReadMessage(id, message, problems);
    }

    private void readObject(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            problem(column(parser), "not a JSON object", LEGAL_LINE);
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            int keyColumn = column(parser);
            parser.nextToken();
            take(key, keyColumn, parser);
            parser.skipChildren();
        }
        if (parser.nextToken() != null) {
            problem(column(parser), "the line goes on after its JSON object", LEGAL_LINE);
        }
    }

    private void take(String key, int keyColumn, JsonParser parser) throws IOException {
        JsonToken kind = parser.currentToken();
        if (kind == JsonToken.VALUE_NULL && !key.equals("text") && KEYS.contains(key)) {
            return;
        }
        switch (key) {
            case "id" -> takeId(kind, parser);
            case "text" -> text = textOf(key, kind, parser, "\"text\": \"where is my parcel\"");
            case "conversation" -> {
                String given = textOf(key, kind, parser, "\"conversation\": \"chat-7\"");
                conversation = given == null ? conversation : given;
            }
            case "speaker" -> takeSpeaker(kind, parser);
            case "language" -> takeLanguage(kind, parser);
            default -> problem(keyColumn, "the key is not known: " + redacted.apply(key), String.join(", ", KEYS));
        }
    }

    private void takeId(JsonToken kind, JsonParser parser) throws IOException {
        if (kind == JsonToken.VALUE_NUMBER_INT || kind == JsonToken.VALUE_NUMBER_FLOAT) {
            id = parser.getText();
            return;
        }
        String given = textOf("id", kind, parser, "\"id\": \"m1\"");
        id = given == null ? id : given;
    }

    private void takeSpeaker(JsonToken kind, JsonParser parser) throws IOException {
        String given = textOf("speaker", kind, parser, "customer, agent, bot");
        if (given == null) {
            return;
        }
        for (Speaker known : Speaker.values()) {
            if (known.name().toLowerCase(Locale.ROOT).equals(given)) {
                speaker = known;
                return;
            }
        }
        problem(column(parser), "speaker is not known: " + redacted.apply(given), "customer, agent, bot");
    }

    private void takeLanguage(JsonToken kind, JsonParser parser) throws IOException {
        String given = textOf("language", kind, parser, "\"language\": \"en\"");
        if (given == null) {
            return;
        }
        language = given;
        if (!given.matches("[a-z]{2}")) {
            problem(column(parser), "language is not an ISO 639-1 code: " + redacted.apply(given), "en");
        }
    }

    private @Nullable String textOf(String key, JsonToken kind, JsonParser parser, String legal) throws IOException {
        if (kind == JsonToken.VALUE_STRING) {
            return parser.getText();
        }
        problem(column(parser), key + " is not a text", legal);
        return null;
    }

    private void problem(int column, String rule, String legal) {
        problems.add(place + column + ": " + rule + " (legal: " + legal + ")");
    }

    private static int column(JsonParser parser) {
        return Math.max(1, parser.currentTokenLocation().getColumnNr());
    }
}
