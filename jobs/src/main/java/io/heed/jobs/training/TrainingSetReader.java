package io.heed.jobs.training;

import blue.strategic.parquet.Hydrator;
import blue.strategic.parquet.ParquetReader;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.heed.models.packaging.TrainedOn;
import io.heed.models.packaging.TrainedOn.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a training set back: what its manifest says, and the rows that nobody treated. */
public final class TrainingSetReader {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final JsonNode manifest;

    private TrainingSetReader(Path folder, JsonNode manifest) {
        this.folder = folder;
        this.manifest = manifest;
    }

    /**
     * A training set in a folder.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static TrainingSetReader in(Path folder) throws IOException {
        Path file = folder.resolve("manifest.json");
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("folder holds no training set: " + folder
                    + " (legal: what ./heed export-training-set --out wrote)");
        }
        return new TrainingSetReader(folder, JSON.readTree(file.toFile()));
    }

    /** What the rows are labelled for. */
    public String target() {
        return manifest.path("target").asText();
    }

    /** What the rows were made from. */
    public String recording() {
        JsonNode recording = manifest.path("recording");
        return recording.isTextual() ? recording.asText() : recording.toString();
    }

    /** The features, in the order in which they were exported. */
    public List<FeatureColumn> columns() {
        List<FeatureColumn> columns = new ArrayList<>();
        manifest.path("features")
                .forEach(feature -> columns.add(new FeatureColumn(
                        feature.path("name").asText(),
                        feature.path("definition").asText(),
                        feature.path("unit").asText())));
        return columns;
    }

    /** The rows without treatment, with the values of the named features in that order. */
    public TrainedOn rows(List<String> features) throws IOException {
        Rows train = new Rows(features);
        Rows test = new Rows(features);
        List<Path> files;
        try (Stream<Path> found = Files.list(folder)) {
            files = found.filter(file -> file.getFileName().toString().matches("rows-.*\\.parquet"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            try (Stream<Map<String, Object>> rows =
                    ParquetReader.streamContent(file.toFile(), new ByName(), path -> path[0])) {
                rows.forEach(row -> {
                    String split = String.valueOf(row.get("split"));
                    if (!isTreated(row.get("treatment")) && (split.equals("train") || split.equals("test"))) {
                        (split.equals("train") ? train : test).add(row);
                    }
                });
            }
        }
        return new TrainedOn(train.part(), test.part());
    }

    private static boolean isTreated(@Nullable Object treatment) {
        return treatment instanceof Boolean flag ? flag : treatment instanceof Number count && count.intValue() > 0;
    }

    private static final class Rows {
        private final List<String> features;
        private final List<double[]> values = new ArrayList<>();
        private final List<Boolean> labels = new ArrayList<>();

        Rows(List<String> features) {
            this.features = features;
        }

        void add(Map<String, Object> row) {
            values.add(features.stream()
                    .mapToDouble(name -> row.get(name) instanceof Number value ? value.doubleValue() : Double.NaN)
                    .toArray());
            labels.add(row.get("label") instanceof Number label && label.intValue() == 1);
        }

        Part part() {
            boolean[] flags = new boolean[labels.size()];
            for (int i = 0; i < flags.length; i++) {
                flags[i] = labels.get(i);
            }
            return new Part(values.toArray(new double[0][]), flags);
        }
    }

    private static final class ByName implements Hydrator<Map<String, Object>, Map<String, Object>, String> {
        @Override
        public Map<String, Object> start() {
            return new HashMap<>();
        }

        @Override
        public Map<String, Object> add(Map<String, Object> row, String column, @Nullable Object value) {
            if (value != null) {
                row.put(column, value);
            }
            return row;
        }

        @Override
        public Map<String, Object> finish(Map<String, Object> row) {
            return row;
        }
    }
}
