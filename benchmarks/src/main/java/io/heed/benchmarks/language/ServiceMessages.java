package io.heed.benchmarks.language;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The English service messages of the corpus, joined until they have 25 words on average. */
final class ServiceMessages {
    private static final Path CORPUS = Path.of("models/training/corpus/service-en-train.jsonl");

    /** A message that has this many words is joined to no other; those that reach it have 25 on average. */
    private static final int ENOUGH_WORDS = 19;

    private ServiceMessages() {}

    /** All messages of a workspace's corpus. */
    static List<String> in(Path workspace) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<String> messages = new ArrayList<>();
        StringBuilder message = new StringBuilder();
        for (String line : Files.readAllLines(workspace.resolve(CORPUS))) {
            String part = json.readTree(line).path("text").asText();
            message.append(message.isEmpty() ? "" : " ").append(part);
            if (words(message.toString()) >= ENOUGH_WORDS) {
                messages.add(message.toString());
                message.setLength(0);
            }
        }
        return messages;
    }

    static double averageWords(List<String> messages) {
        return messages.stream().mapToInt(ServiceMessages::words).average().orElse(0);
    }

    private static int words(String message) {
        return message.strip().split("\\s+", -1).length;
    }
}
