package io.heed.jobs.commands;

import io.heed.models.repository.ModelDirectory;
import io.heed.models.repository.ModelRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The model of emotional states that comes with Heed, as any number of versions in another workspace. */
final class ShippedTextModel {
    static final String NAME = "emotional-state";

    private static final ModelRepository SHIPPED = new ModelRepository(Path.of("..", "models", "repository"));

    private ShippedTextModel() {}

    /** Makes versions 1 to {@code versions} of it, the first of which reads. */
    static void copyTo(Path workspace, int versions) throws IOException {
        ModelRepository repository = new ModelRepository(workspace.resolve("models/repository"));
        for (int version = 1; version <= versions; version++) {
            Path made = Files.createDirectories(repository.folder(NAME, version));
            try (Stream<Path> files = Files.list(SHIPPED.folder(NAME, SHIPPED.champion(NAME)))) {
                for (Path file : files.toList()) {
                    Files.copy(file, made.resolve(file.getFileName()));
                }
            }
            Path contract = made.resolve("model.yaml");
            Files.writeString(
                    contract, Files.readString(contract).replaceFirst("(?m)^version: \\d+", "version: " + version));
            ModelDirectory.seal(made);
        }
        Files.writeString(workspace.resolve("models/repository/" + NAME + "/aliases.yaml"), "champion: 1\n");
    }
}
