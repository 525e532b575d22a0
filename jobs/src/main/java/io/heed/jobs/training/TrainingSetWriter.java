package io.heed.jobs.training;

import blue.strategic.parquet.ParquetWriter;
import blue.strategic.parquet.ValueWriter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.heed.events.yaml.Durations;
import io.heed.models.label.TrainingRow;
import io.heed.models.target.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

/**
 * Writes one training set: {@code rows-0.parquet} with a column for each feature (null where absent) and each slice, and
 * {@code manifest.json}, which says what the columns are and where the rows come from.
 */
public final class TrainingSetWriter implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path directory;
    private final TargetColumns columns;
    private final List<RecordingFile> recording;
    private final Split split;
    private final ParquetWriter<LabelledDecision> rows;
    private final TreeMap<String, Long> counts = new TreeMap<>();
    private long fromMillis = Long.MAX_VALUE;
    private long untilMillis = Long.MIN_VALUE;

    /**
     * A writer into a folder, which is made where it is missing.
     *
     * @param recording what the rows were made from
     * @param censored how many decisions got no row, since their label cannot be known
     */
    public TrainingSetWriter(
            Path directory, TargetColumns columns, List<RecordingFile> recording, Split split, long censored)
            throws IOException {
        this.directory = Files.createDirectories(directory);
        this.columns = columns;
        this.recording = List.copyOf(recording);
        this.split = split;
        for (String count : List.of("rows", Split.TRAIN, Split.TEST, Split.GAP, "positive", "treated")) {
            counts.put(count, 0L);
        }
        counts.put("censored", censored);
        Path file = directory.resolve("rows-0.parquet");
        Files.deleteIfExists(file);
        this.rows = ParquetWriter.writeFile(schema(), file.toFile(), this::dehydrate);
    }

    /** Writes a row; rows are expected in a fixed order, by customer, time and event. */
    public void write(LabelledDecision decision) throws IOException {
        TrainingRow row = decision.row();
        rows.write(decision);
        count("rows");
        count(split.of(row));
        if (row.label()) {
            count("positive");
        }
        if (row.treatments() > 0) {
            count("treated");
        }
        fromMillis = Math.min(fromMillis, row.timeMillis());
        untilMillis = Math.max(untilMillis, row.timeMillis());
    }

    /** How many rows were written: all, those of each part, those with a positive label, and so on. */
    public Map<String, Long> counts() {
        return new TreeMap<>(counts);
    }

    /** Ends the rows and writes the manifest. */
    @Override
    public void close() throws IOException {
        rows.close();
        ObjectNode manifest = JSON.createObjectNode();
        describe(columns.target(), manifest);
        manifest.put("heed", HeedVersion.current());
        ArrayNode files = manifest.putArray("recording");
        recording.forEach(file -> files.addObject().put("name", file.name()).put("sha256", file.sha256()));
        split.describe(manifest);
        if (fromMillis <= untilMillis) {
            manifest.put("from", Instant.ofEpochMilli(fromMillis).toString());
            manifest.put("until", Instant.ofEpochMilli(untilMillis).toString());
        }
        ArrayNode features = manifest.putArray("features");
        for (FeatureColumn column : columns.features()) {
            features.addObject()
                    .put("name", column.name())
                    .put("definition", column.definition())
                    .put("unit", column.unit());
        }
        ArrayNode slices = manifest.putArray("slices");
        columns.target()
                .slices()
                .forEach((name, expression) ->
                        slices.addObject().put("name", name).put("expression", expression));
        ObjectNode counted = manifest.putObject("counts");
        counts.forEach(counted::put);
        Files.writeString(directory.resolve("manifest.json"), JSON.writeValueAsString(manifest) + "\n");
    }

    private static void describe(Target target, ObjectNode manifest) {
        manifest.put("target", target.name());
        manifest.put("description", target.description());
        manifest.put("decision", target.decision());
        ArrayNode labels = manifest.putArray("labels");
        target.labels().forEach(labels::add);
        manifest.put("horizon", Durations.format(target.horizonMillis()));
    }

    private void count(String what) {
        counts.merge(what, 1L, Long::sum);
    }

    private void dehydrate(LabelledDecision decision, ValueWriter values) {
        TrainingRow row = decision.row();
        values.write("customer", row.customer());
        values.write("time", row.timeMillis());
        values.write("event", row.event());
        values.write("split", split.of(row));
        values.write("label", row.label() ? 1 : 0);
        values.write("arm", row.arm());
        values.write("treatment", row.treatments() > 0);
        for (int i = 0; i < columns.slices().size(); i++) {
            values.write(columns.slices().get(i), decision.slices().get(i));
        }
        for (int i = 0; i < columns.features().size(); i++) {
            double value = row.features().get(i);
            if (!Double.isNaN(value)) {
                values.write(columns.features().get(i).name(), value);
            }
        }
    }

    private MessageType schema() {
        Types.GroupBuilder<MessageType> schema = Types.buildMessage()
                .addField(text("customer"))
                .addField(Types.required(PrimitiveTypeName.INT64).named("time"))
                .addField(text("event"))
                .addField(text("split"))
                .addField(Types.required(PrimitiveTypeName.INT32).named("label"))
                .addField(text("arm"))
                .addField(Types.required(PrimitiveTypeName.BOOLEAN).named("treatment"));
        columns.slices().forEach(slice -> schema.addField(text(slice)));
        for (FeatureColumn column : columns.features()) {
            schema.addField(Types.optional(PrimitiveTypeName.DOUBLE).named(column.name()));
        }
        return schema.named("training_set");
    }

    private static org.apache.parquet.schema.Type text(String name) {
        return Types.required(PrimitiveTypeName.BINARY)
                .as(LogicalTypeAnnotation.stringType())
                .named(name);
    }
}
