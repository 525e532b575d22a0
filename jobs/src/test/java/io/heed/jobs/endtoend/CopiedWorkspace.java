package io.heed.jobs.endtoend;

import io.heed.models.repository.Aliases;
import io.heed.models.repository.Deployment;
import io.heed.models.repository.ModelDirectory;
import io.heed.models.repository.ModelRepository;
import java.io.IOException;
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
