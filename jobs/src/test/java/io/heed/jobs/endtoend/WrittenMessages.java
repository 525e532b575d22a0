package io.heed.jobs.endtoend;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Messages of many customers, a few seconds apart, up to a minute out of order, some at equal times, some very late. */
final class WrittenMessages {
    static final long FIRST_MILLIS = Instant.parse("2026-03-01T08:00:00Z").toEpochMilli();
    static final int PAUSE_MILLIS = 2_000;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CUSTOMERS = 40;
    private static final int DISORDER = 30;

    private WrittenMessages() {}

    /**
     * One message.
     *
     * @param arrivesAt its place in the recording
     */
    record Message(String id, String customer, long timeMillis, String speaker, String text, int arrivesAt) {
        String json() {
            ObjectNode event = JSON.createObjectNode()
                    .put("specversion", "1.0")
                    .put("id", id)
                    .put("source", "chats")
                    .put("type", "chat.message")
                    .put("subject", customer)
                    .put("time", Instant.ofEpochMilli(timeMillis).toString());
            event.putObject("data")
                    .put("conversation", "chat-" + customer)
                    .put("speaker", speaker)
                    .put("text", text);
            return event.toString();
        }
    }

    /** So many messages, each text with a telephone number that must not stay. */
    static List<Message> of(Path corpus, int count) throws IOException {
        List<String> lines = Files.readAllLines(corpus);
        Random random = new Random(5);
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String text =
                    JSON.readTree(lines.get(i % lines.size())).path("text").asText();
            boolean isVeryLate = i % 37 == 36;
            messages.add(new Message(
                    "m" + i,
                    "C" + i % CUSTOMERS,
                    FIRST_MILLIS + (i / 2) * 2L * PAUSE_MILLIS,
                    i % 11 == 10 ? "agent" : "customer",
                    text + " - my number is 07700 900" + (100 + i % 900),
                    i + random.nextInt(DISORDER) + (isVeryLate ? count : 0)));
        }
        return messages;
    }

    /** Writes them in the order of their arrival. */
    static Path write(List<Message> messages, Path file) throws IOException {
        return Files.write(
                file,
                messages.stream()
                        .sorted(java.util.Comparator.comparingInt(Message::arrivesAt))
                        .map(Message::json)
                        .toList());
    }
}
