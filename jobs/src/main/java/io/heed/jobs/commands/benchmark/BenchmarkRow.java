package io.heed.jobs.commands.benchmark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One measured row.
 *
 * @param benchmark the benchmark's name
 * @param measured what was measured
 * @param baseline what it is a ratio to; the name of another row of the same run, or its own
 * @param figures numbers by name, the unit in the name, in the order in which they are shown
 */
public record BenchmarkRow(String benchmark, String measured, String baseline, Map<String, Number> figures) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Copies the figures in their order. */
    public BenchmarkRow {
        figures = new LinkedHashMap<>(figures);
    }

    /** The row as one JSON object on one line. */
    public String json() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("benchmark", benchmark);
        fields.put("measured", measured);
        fields.put("baseline", baseline);
        fields.putAll(figures);
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a map of plain values can be written", impossible);
        }
    }
}
