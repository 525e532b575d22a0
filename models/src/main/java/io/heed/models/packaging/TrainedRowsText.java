package io.heed.models.packaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.heed.models.packaging.TrainedOn.Part;
import io.heed.models.repository.Histogram;
import io.heed.models.repository.ModelContract;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Writes baseline.json and examples.jsonl of training rows and their scores. */
final class TrainedRowsText {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int EXAMPLES = 20;

    private final List<String> features;
    private final Part rows;
    private final double[] scores;

    TrainedRowsText(ModelContract contract, Part rows, double[] scores) {
        this.features =
                contract.features().stream().map(feature -> feature.name()).toList();
        this.rows = rows;
        this.scores = scores;
    }

    String baseline(TrainedOn trainedOn) {
        ObjectNode json = JSON.createObjectNode();
        json.put("rows", rows.size());
        ObjectNode typical = json.putObject("row");
        ObjectNode histograms = json.putObject("features");
        for (int i = 0; i < features.size(); i++) {
            put(typical, features.get(i), trainedOn.typical(i));
            double[] present = rows.present(i);
            histograms.set(features.get(i), json(Spread.of(present, rows.size() - present.length)));
        }
        double[] ascending = Arrays.stream(scores).sorted().toArray();
        json.set("score", json(Spread.of(ascending, 0)));
        return text(json) + "\n";
    }

    /** Rows spread from the lowest to the highest score. */
    String examples() {
        int[] ascending = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> scores[row]))
                .mapToInt(row -> row)
                .toArray();
        int count = Math.min(EXAMPLES, scores.length);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            long place = count == 1 ? 0 : (long) i * (scores.length - 1) / (count - 1);
            lines.append(text(example(ascending[(int) place]))).append('\n');
        }
        return lines.toString();
    }

    private ObjectNode example(int row) {
        ObjectNode json = JSON.createObjectNode();
        ObjectNode values = json.putObject("features");
        for (int i = 0; i < features.size(); i++) {
            put(values, features.get(i), rows.row(row)[i]);
        }
        return json.put("score", scores[row]);
    }

    private static void put(ObjectNode json, String name, double value) {
        if (Double.isNaN(value)) {
            json.putNull(name);
        } else {
            json.put(name, value);
        }
    }

    private static JsonNode json(Histogram histogram) {
        ObjectNode json = JSON.createObjectNode();
        ArrayNode edges = json.putArray("edges");
        histogram.edges().forEach(edges::add);
        ArrayNode counts = json.putArray("counts");
        histogram.counts().forEach(counts::add);
        return json.put("absent", histogram.absent());
    }

    private static String text(JsonNode json) {
        try {
            return JSON.writeValueAsString(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of plain values can be written", impossible);
        }
    }
}
