package io.heed.replay.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.heed.replay.simulation.recording.Recording;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** A recording read back: its lines, and what they say. */
record RecordingFiles(List<String> eventLines, List<JsonNode> events, List<JsonNode> truth) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static RecordingFiles simulate(Path folder, SimulationOptions options) throws IOException {
        Simulation.of(options).writeTo(folder, SimulationProgress.SILENT);
        return read(folder);
    }

    static RecordingFiles read(Path folder) throws IOException {
        List<String> lines = lines(folder.resolve(Recording.EVENTS));
        return new RecordingFiles(lines, json(lines), json(lines(folder.resolve(Recording.TRUTH))));
    }

    static List<String> lines(Path file) throws IOException {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }

    List<JsonNode> eventsOf(String type) {
        return events.stream().filter(event -> text(event, "type").equals(type)).toList();
    }

    List<JsonNode> truthOf(String kind) {
        return truth.stream()
                .filter(record -> text(record, "kind").equals(kind))
                .toList();
    }

    List<JsonNode> episodes(String cause) {
        return truthOf("episode").stream()
                .filter(episode -> text(episode, "cause").equals(cause))
                .toList();
    }

    static String text(JsonNode record, String field) {
        return record.path(field).asText();
    }

    static Instant time(JsonNode record, String field) {
        return Instant.parse(text(record, field));
    }

    private static List<JsonNode> json(List<String> lines) {
        List<JsonNode> parsed = new ArrayList<>(lines.size());
        for (String line : lines) {
            try {
                parsed.add(JSON.readTree(line));
            } catch (IOException invalid) {
                throw new UncheckedIOException(invalid);
            }
        }
        return parsed;
    }
}
