package io.heed.models.repository;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.heed.events.yaml.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the JSON that training leaves beside a model: baseline.json and examples.jsonl. */
final class TrainedRows {
    private static final JsonMapper JSON = new JsonMapper();

    private final ModelContract contract;
    private final Problems problems;

    TrainedRows(ModelContract contract, Problems problems) {
        this.contract = contract;
        this.problems = problems;
    }

    /** The baseline, or null where anything is wrong with it (then noted). */
    @Nullable
    Baseline baseline(String file, String text) {
        try {
            JsonNode json = JSON.readTree(text);
            Map<String, Double> row = values(file, "row: ", json.path("row"));
            Map<String, Histogram> histograms = new HashMap<>();
            for (ModelFeature feature : contract.features()) {
                histograms.put(feature.name(), histogram(json.path("features").path(feature.name())));
            }
            long rows = json.path("rows").asLong();
            double effectiveRows = json.path("effectiveRows").asDouble((double) rows);
            return new Baseline(rows, row, histograms, histogram(json.path("score")), effectiveRows);
        } catch (JsonProcessingException | IllegalArgumentException broken) {
            problems.add(file, "not a baseline: " + firstLine(broken));
            return null;
        }
    }

    /** One example for each line; a line that is none is noted. */
    List<SelfTestExample> examples(String file, String text) {
        List<SelfTestExample> examples = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            String place = file + ":" + number + ":1";
            try {
                JsonNode json = JSON.readTree(line);
                JsonNode score = json.path("score");
                if (!score.isNumber()) {
                    problems.add(
                            place,
                            "score is not a number: " + score + " (legal: {\"features\": {..}, \"score\": 0.31})");
                }
                examples.add(new SelfTestExample(place, values(place, "", json.path("features")), score.asDouble()));
            } catch (JsonProcessingException broken) {
                problems.add(place, "not valid JSON: " + firstLine(broken));
            }
        }
        if (examples.isEmpty()) {
            problems.add(
                    file,
                    "there is no example, so the model cannot test itself"
                            + " (legal: {\"features\": {\"contacts_7d\": 2, \"bill_ratio\": null}, \"score\": 0.31})");
        }
        return examples;
    }

    private Map<String, Double> values(String place, String prefix, JsonNode json) {
        Map<String, Double> values = new HashMap<>();
        for (ModelFeature feature : contract.features()) {
            JsonNode value = json.get(feature.name());
            if (value == null || !(value.isNumber() || value.isNull())) {
                problems.add(
                        place,
                        prefix + "feature is neither a number nor null: " + feature.name() + " is " + value
                                + " (legal: \"" + feature.name() + "\": 1.5)");
            }
            values.put(feature.name(), value == null || !value.isNumber() ? Double.NaN : value.asDouble());
        }
        json.fieldNames().forEachRemaining(name -> {
            if (!values.containsKey(name)) {
                problems.add(place, prefix + "feature is not in model.yaml: " + name);
            }
        });
        return values;
    }

    private static Histogram histogram(JsonNode json) {
        List<Double> edges = new ArrayList<>();
        json.path("edges").forEach(edge -> edges.add(edge.asDouble()));
        List<Long> counts = new ArrayList<>();
        json.path("counts").forEach(count -> counts.add(count.asLong()));
        return new Histogram(edges, counts, json.path("absent").asLong());
    }

    private static String firstLine(Exception broken) {
        return String.valueOf(broken.getMessage()).lines().findFirst().orElse("");
    }
}
