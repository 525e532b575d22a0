package io.heed.jobs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.models.repository.Aliases;
import io.heed.models.repository.Deployment;
import io.heed.models.repository.ModelDirectory;
import io.heed.models.repository.ModelRepository;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/** The telco's workspace in a folder of its own, where models can be added. */
record CopiedWorkspace(Path folder) {
    private static final List<String> PARTS = List.of(
            "events/definitions",
            "features/definitions",
            "patterns/definitions",
            "triggers/definitions",
            "language/definitions",
            "models/targets",
            "models/repository");

    static CopiedWorkspace of(String workspace, Path folder) throws IOException {
        for (String part : PARTS) {
            copy(Path.of(workspace).resolve(part), folder.resolve(part));
        }
        return new CopiedWorkspace(folder);
    }

    ModelRepository repository() {
        return new ModelRepository(folder.resolve("models/repository"));
    }

    /** Makes a version of another one, with other words in its contract. */
    void makeVersion(String model, int from, int version, String words, String otherWords) throws IOException {
        Path made = repository().folder(model, version);
        copy(repository().folder(model, from), made);
        Path contract = made.resolve("model.yaml");
        String text = Files.readString(contract)
                .replace("version: " + from, "version: " + version)
                .replace(words, otherWords);
        Files.writeString(contract, text);
        ModelDirectory.seal(made);
    }

    /**
     * Makes a version of a model of text whose distress differs by a hair: enough for other bytes, too little for its
     * self-test.
     */
    void makeOtherReading(String model, int from, int version) throws IOException {
        makeVersion(model, from, version, "", "");
        Path graph = repository().folder(model, version).resolve("model.onnx");
        byte[] bytes = Files.readAllBytes(graph);
        byte[] name = "offsetJ\u0004".getBytes(StandardCharsets.ISO_8859_1);
        int at = new String(bytes, StandardCharsets.ISO_8859_1)
                .lastIndexOf(new String(name, StandardCharsets.ISO_8859_1));
        assertThat(at).as("the offset of distress stands in the graph").isPositive();
        ByteBuffer number = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        number.putFloat(at + name.length, number.getFloat(at + name.length) + 0.004f);
        Files.write(graph, bytes);
        ModelDirectory.seal(repository().folder(model, version));
    }

    /** A deployment as a change holds it. */
    String deployment(String model, Aliases aliases) {
        return Deployment.of(repository(), model, aliases).yaml();
    }

    private static void copy(Path from, Path to) throws IOException {
        if (!Files.exists(from)) {
            return;
        }
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                Files.createDirectories(to.resolve(from.relativize(directory)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file)));
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
