package io.heed.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes a version of a model for tests: three features around one of the graphs in the test resources, with a baseline
 * of zeros. Whatever is not set is right.
 */
public final class ModelFolder {
    private static final String EMPTY_HISTOGRAM = "{\"edges\": [], \"counts\": [0], \"absent\": 0}";

    private final Path folder;
    private String graph = "torch-logit-column";
    private String contract;
    private String baseline;
    private String examples;

    /** A version in a repository's folder. */
    public ModelFolder(Path repository, String model, int version) {
        this.folder = repository.resolve(model).resolve(String.valueOf(version));
        this.contract = contract(model, version, "output: {kind: logit}");
        this.baseline = "{\"rows\": 0, \"row\": {\"contacts\": 0, \"ratio\": 0, \"visits\": 0}, \"features\": {"
                + Stream.of("contacts", "ratio", "visits")
                        .map(name -> "\"" + name + "\": " + EMPTY_HISTOGRAM)
                        .collect(Collectors.joining(", "))
                + "}, \"score\": " + EMPTY_HISTOGRAM + "}";
        this.examples = "";
    }

    /** A contract of three features with more keys. */
    public static String contract(String model, int version, String more) {
        return """
                model: %s
                version: %d
                target: repeat-contact
                features:
                  - {name: contacts, definition: "sha256:c1", unit: contacts, absent: 0}
                  - {name: ratio, definition: "sha256:c2", absent: -1}
                  - {name: visits, definition: "sha256:c3", absent: 2}
                %s
                """.formatted(model, version, more);
    }

    /** Another graph of the exported ones. */
    public ModelFolder graph(String name) {
        graph = name;
        return this;
    }

    /** Another contract. */
    public ModelFolder contract(String yaml) {
        contract = yaml;
        return this;
    }

    /** Another baseline. */
    public ModelFolder baseline(String json) {
        baseline = json;
        return this;
    }

    /** Other examples; by default the first row that the graph's library scored. */
    public ModelFolder examples(String lines) {
        examples = lines;
        return this;
    }

    /** Writes all files, the checksums last. */
    public Path write() {
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve("model.onnx"), resource("/exported/" + graph + ".onnx"));
            if (ModelFolder.class.getResource("/exported/" + graph + ".onnx.data") != null) {
                Files.write(folder.resolve("model.onnx.data"), resource("/exported/" + graph + ".onnx.data"));
            }
            Files.writeString(folder.resolve("model.yaml"), contract);
            Files.writeString(folder.resolve("baseline.json"), baseline);
            Files.writeString(folder.resolve("examples.jsonl"), examples.isEmpty() ? firstRow() : examples);
            Files.writeString(folder.resolve("model-card.md"), "# A model for tests\n");
            writeChecksums(folder);
            return folder;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The rows that a graph's library scored: three features and the score. */
    public static List<double[]> scoredRows(String graph) {
        return new String(resource("/exported/" + graph + ".csv"), StandardCharsets.UTF_8)
                .lines()
                .map(line -> Stream.of(line.split(","))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
    }

    /** Writes the checksums of whatever a folder holds. */
    public static void writeChecksums(Path folder) throws IOException {
        StringBuilder sums = new StringBuilder();
        try (Stream<Path> files = Files.list(folder).sorted()) {
            for (Path file : files.toList()) {
                if (!file.endsWith("SHA256SUMS")) {
                    sums.append(sha256(Files.readAllBytes(file)))
                            .append("  ")
                            .append(file.getFileName())
                            .append('\n');
                }
            }
        }
        Files.writeString(folder.resolve("SHA256SUMS"), sums);
    }

    private String firstRow() {
        double[] row = scoredRows(graph).get(0);
        return "{\"features\": {\"contacts\": %s, \"ratio\": %s, \"visits\": %s}, \"score\": %s}%n"
                .formatted(row[0], row[1], row[2], row[3]);
    }

    private static byte[] resource(String name) {
        try (InputStream in = ModelFolder.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("no test resource: " + name);
            }
            return in.readAllBytes();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
