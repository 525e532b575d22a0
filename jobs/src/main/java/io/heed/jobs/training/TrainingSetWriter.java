package io.heed.jobs.training;

import blue.strategic.parquet.ParquetWriter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.heed.models.label.TrainingRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

/**
 * Writes one training set: {@code rows-0.parquet} with a column for each feature (null where absent), and
 * {@code manifest.json}, which says what the columns are.
 */
public final class TrainingSetWriter implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path directory;
    private final String target;
    private final String recording;
    private final List<FeatureColumn> columns;
    private final CustomerSplit split;
    private final ParquetWriter<TrainingRow> rows;
    private final TreeMap<String, Long> counts = new TreeMap<>();

    /**
     * A writer into a folder, which is made where it is missing.
     *
     * @param recording what the rows were made from
     * @param columns the target's features, in the order of a row's values
     */
    public TrainingSetWriter(
            Path directory, String target, String recording, List<FeatureColumn> columns, CustomerSplit split)
            throws IOException {
        this.directory = Files.createDirectories(directory);
        this.target = target;
        this.recording = recording;
        this.columns = List.copyOf(columns);
        this.split = split;
        Path file = directory.resolve("rows-0.parquet");
        Files.deleteIfExists(file);
        this.rows = ParquetWriter.writeFile(schema(), file.toFile(), this::dehydrate);
    }

    /** Writes a row; rows are expected in a fixed order, by customer, time and event. */
    public void write(TrainingRow row) throws IOException {
        rows.write(row);
        count("rows");
        count(split.of(row.customer()));
        if (row.label()) {
            count("positive");
        }
        if (row.treatments() > 0) {
            count("treated");
        }
    }

    /** How many rows were written. */
    public long rows() {
        return counts.getOrDefault("rows", 0L);
    }

    /** Ends the rows and writes the manifest. */
    @Override
    public void close() throws IOException {
        rows.close();
        ObjectNode manifest = JSON.createObjectNode();
        manifest.put("target", target);
        manifest.put("recording", recording);
        ArrayNode features = manifest.putArray("features");
        for (FeatureColumn column : columns) {
            features.addObject()
                    .put("name", column.name())
                    .put("definition", column.definition())
                    .put("unit", column.unit());
        }
        ObjectNode counted = manifest.putObject("counts");
        counts.forEach(counted::put);
        Files.writeString(directory.resolve("manifest.json"), JSON.writeValueAsString(manifest) + "\n");
    }

    private void count(String what) {
        counts.merge(what, 1L, Long::sum);
    }

    private void dehydrate(TrainingRow row, blue.strategic.parquet.ValueWriter values) {
        values.write("customer", row.customer());
        values.write("time", row.timeMillis());
        values.write("event", row.event());
        values.write("split", split.of(row.customer()));
        values.write("label", row.label() ? 1 : 0);
        values.write("arm", row.arm());
        values.write("treatment", row.treatments() > 0);
        for (int i = 0; i < columns.size(); i++) {
            double value = row.features().get(i);
            if (!Double.isNaN(value)) {
                values.write(columns.get(i).name(), value);
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
        for (FeatureColumn column : columns) {
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
