package io.heed.jobs.commands;

import blue.strategic.parquet.ParquetWriter;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.catalogue.Workspace;
import io.heed.features.FeatureDefinitions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

/** A training set of made-up rows, as the export writes it. */
final class WrittenTrainingSet {
    private static final int ROWS = 300;

    private WrittenTrainingSet() {}

    /**
     * Writes the set.
     *
     * @param absentFeature a feature that is absent in every third row, or ""
     */
    static Path in(Path folder, Path workspace, List<String> features, String absentFeature) throws IOException {
        Files.createDirectories(folder);
        Workspace declared = Workspace.local(workspace);
        FeatureDefinitions definitions = FeatureDefinitions.load(declared, EventCatalogue.load(declared));
        String columns = features.stream()
                .map(name -> "{\"name\": \"" + name + "\", \"definition\": \""
                        + definitions.require(name).hash() + "\", \"unit\": \"chats\"}")
                .collect(Collectors.joining(", "));
        Files.writeString(
                folder.resolve("manifest.json"),
                "{\"target\": \"repeat-contact\", \"recording\": \"made up\", \"features\": [" + columns + "]}");
        Random random = new Random(4);
        double[][] rows = IntStream.range(0, ROWS)
                .mapToObj(row -> random.doubles(features.size(), -2, 2).toArray())
                .toArray(double[][]::new);
        ParquetWriter<Integer> writer = ParquetWriter.writeFile(
                schema(features), folder.resolve("rows-0.parquet").toFile(), (row, values) -> {
                    values.write("customer", "C" + row);
                    values.write("split", row % 3 == 0 ? "test" : "train");
                    values.write("label", rows[row][0] > 0 ? 1 : 0);
                    values.write("treatment", row % 50 == 49);
                    for (int i = 0; i < features.size(); i++) {
                        if (!features.get(i).equals(absentFeature) || row % 3 != 1) {
                            values.write(features.get(i), rows[row][i]);
                        }
                    }
                });
        try (writer) {
            for (int row = 0; row < ROWS; row++) {
                writer.write(row);
            }
        }
        return folder;
    }

    private static MessageType schema(List<String> features) {
        Types.MessageTypeBuilder schema = Types.buildMessage();
        for (String text : Arrays.asList("customer", "split")) {
            schema.addField(Types.required(PrimitiveTypeName.BINARY)
                    .as(LogicalTypeAnnotation.stringType())
                    .named(text));
        }
        schema.addField(Types.required(PrimitiveTypeName.INT32).named("label"));
        schema.addField(Types.required(PrimitiveTypeName.BOOLEAN).named("treatment"));
        features.forEach(
                name -> schema.addField(Types.optional(PrimitiveTypeName.DOUBLE).named(name)));
        return schema.named("training_set");
    }
}
