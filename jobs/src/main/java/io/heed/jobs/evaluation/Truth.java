package io.heed.jobs.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * What a simulated recording knows beside its events.
 *
 * @param customers how many customers there are
 * @param episodes the episodes of causes by customer, in order of time
 * @param outcomes the decisions whose outcome is known
 */
public record Truth(int customers, Map<String, List<Episode>> episodes, List<TrueOutcome> outcomes) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads {@code truth.jsonl} or {@code truth.jsonl.gz}. */
    public static Truth read(Path file) throws IOException {
        Map<String, List<Episode>> episodes = new TreeMap<>();
        List<TrueOutcome> outcomes = new ArrayList<>();
        int customers = 0;
        try (BufferedReader lines = lines(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode node = JSON.readTree(line);
                switch (node.path("kind").asText()) {
                    case "recording" -> customers = node.path("customers").asInt();
                    case "episode" -> {
                        Episode episode = Episode.of(node);
                        episodes.computeIfAbsent(episode.customer(), key -> new ArrayList<>())
                                .add(episode);
                    }
                    case "contact-end" -> {
                        if (node.path("complete").asBoolean()) {
                            outcomes.add(outcome(node, "repeated"));
                        }
                    }
                    case "bill" -> outcomes.add(outcome(node, "contacted"));
                    default -> {} // messages and periods of the company are of no use here
                }
            }
        }
        return new Truth(customers, episodes, outcomes);
    }

    /** The episodes of a customer. */
    List<Episode> of(String customer) {
        return episodes.getOrDefault(customer, List.of());
    }

    private static TrueOutcome outcome(JsonNode node, String happened) {
        return new TrueOutcome(
                node.path("customer").asText(),
                node.path("event").asText(),
                Instant.parse(node.path("time").asText()).toEpochMilli(),
                node.path("probability").asDouble(),
                node.path(happened).asBoolean());
    }

    private static BufferedReader lines(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        return new BufferedReader(new InputStreamReader(
                file.toString().endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in, StandardCharsets.UTF_8));
    }
}
