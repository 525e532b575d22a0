package io.heed.language;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The service messages of models/training/corpus. */
public final class ServiceCorpus {
    private static final Path REPOSITORY_ROOT = Path.of("..").toAbsolutePath().normalize();

    /** One labelled message. */
    public record Message(String text, String language, String conversation, String state, String reason) {}

    private ServiceCorpus() {}

    /** The repository's root, which is the telco's workspace. */
    public static Path workspace() {
        return REPOSITORY_ROOT;
    }

    /** The messages of both parts in a language. */
    public static List<Message> messages(String language) {
        List<Message> messages = new ArrayList<>(read(language, "train"));
        messages.addAll(read(language, "test"));
        return messages;
    }

    /** The messages of one part, {@code train} or {@code test}. */
    public static List<Message> read(String language, String part) {
        Path file = REPOSITORY_ROOT.resolve("models/training/corpus/service-" + language + "-" + part + ".jsonl");
        ObjectMapper json = new ObjectMapper();
        List<Message> messages = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file)) {
                JsonNode row = json.readTree(line);
                messages.add(new Message(
                        row.path("text").asText(),
                        row.path("language").asText(),
                        row.path("conversation").asText(),
                        row.path("state").asText(),
                        row.path("reason").asText()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return messages;
    }
}
