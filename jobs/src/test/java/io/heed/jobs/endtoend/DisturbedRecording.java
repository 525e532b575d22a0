package io.heed.jobs.endtoend;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.heed.events.EventType;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.replay.simulation.Simulation;
import io.heed.replay.simulation.SimulationOptions;
import io.heed.replay.simulation.SimulationProgress;
import io.heed.replay.simulation.recording.Recording;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;

/**
 * A simulated recording with everything that goes wrong on a real stream: prompt events up to four minutes out of order,
 * copies, equal times, events that come weeks late, events of nobody, unreadable records, and erased customers. Only
 * customers whose names begin with {@link #UNPUNCTUAL} have events beyond the allowed disorder.
 */
final class DisturbedRecording {
    /** What the names of customers begin with whose events come too late. */
    static final String UNPUNCTUAL = "UNPUNCTUAL-";

    /** Customers who ask to be forgotten. */
    static final List<String> ERASED = List.of("C000003", "C000011", "C000027");

    private static final SimulationOptions OPTIONS = SimulationOptions.of(80, 90, 7);
    private static final int MESSAGES = 24;
    private static final int DISORDER_MILLIS = 240_000;
    private static final long DAY = 86_400_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final EventCatalogue catalogue;
    private final Random random = new Random(11);
    private final List<Line> lines = new ArrayList<>();
    private int messages;

    private DisturbedRecording(EventCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * One record.
     *
     * @param subject whom it is about, "" for nobody
     * @param arrivedMillis when it arrived
     */
    record Line(String subject, long arrivedMillis, String text) {}

    /** The records in order of arrival; the same at each call. */
    static List<Line> write(Path folder, EventCatalogue catalogue) throws IOException {
        Simulation.of(OPTIONS).writeTo(folder, SimulationProgress.SILENT);
        DisturbedRecording recording = new DisturbedRecording(catalogue);
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(folder.resolve(Recording.EVENTS))), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                recording.take((ObjectNode) JSON.readTree(line));
            }
        }
        recording.erase();
        recording.lines.sort(Comparator.comparingLong(Line::arrivedMillis));
        return recording.lines;
    }

    private void take(ObjectNode event) {
        EventType type = catalogue.require(event.get("type").textValue());
        if (type.understanding() != null && ++messages > MESSAGES) {
            return;
        }
        long timeMillis = millis(event, "time");
        long arrivedMillis =
                type.isSlow() ? millis(event, "recordedtime") : timeMillis + random.nextInt(DISORDER_MILLIS);
        add(event, arrivedMillis);
        disturb(event, type, timeMillis, arrivedMillis);
    }

    private void disturb(ObjectNode event, EventType type, long timeMillis, long arrivedMillis) {
        int dice = random.nextInt(1_000);
        if (dice < 80) {
            add(event, arrivedMillis + random.nextInt((int) DAY)); // a copy
        } else if (dice < 160 && !type.isSlow()) {
            ObjectNode twin = event.deepCopy().put("id", event.get("id").textValue() + "-twin");
            add(twin, timeMillis + random.nextInt(DISORDER_MILLIS));
        } else if (dice < 170) {
            ObjectNode nobodys = event.deepCopy().put("id", event.get("id").textValue() + "-nobody");
            nobodys.remove("subject");
            add(nobodys, arrivedMillis);
        } else if (dice < 172) {
            lines.add(new Line("", arrivedMillis, "{\"specversion\":\"1.0\",\"id\":\"cut off"));
        } else if (dice < 174) {
            add(event.deepCopy().put("type", "bill.isued"), arrivedMillis);
        } else if (dice < 200) {
            ObjectNode late = event.deepCopy().put("id", event.get("id").textValue() + "-late");
            late.put("subject", UNPUNCTUAL + dice % 7);
            add(late, arrivedMillis + 20 * DAY);
        }
    }

    private void erase() {
        for (int i = 0; i < ERASED.size(); i++) {
            Instant time = OPTIONS.start().plusMillis((30 + 10L * i) * DAY + 12_345);
            ObjectNode erased = JSON.createObjectNode()
                    .put("specversion", "1.0")
                    .put("id", "erasure-" + i)
                    .put("source", "privacy")
                    .put("type", "customer.erased")
                    .put("subject", ERASED.get(i))
                    .put("time", time.toString());
            add(erased, time.toEpochMilli());
        }
    }

    private void add(ObjectNode event, long arrivedMillis) {
        String subject = event.path("subject").asText("");
        ObjectNode arrived = event.deepCopy()
                .put("recordedtime", Instant.ofEpochMilli(arrivedMillis).toString());
        lines.add(new Line(subject, arrivedMillis, text(arrived)));
    }

    private static String text(ObjectNode event) {
        try {
            return JSON.writeValueAsString(event);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of plain values can be written", impossible);
        }
    }

    private static long millis(ObjectNode event, String field) {
        return Instant.parse(event.get(field).textValue()).toEpochMilli();
    }
}
