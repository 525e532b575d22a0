package io.heed.jobs.commands.models;

import io.heed.models.repository.ModelRepository;
import java.nio.file.Path;

/** Where the models of a workspace lie. */
final class Repositories {
    private Repositories() {}

    static ModelRepository in(String workspace) {
        return new ModelRepository(Path.of(workspace).resolve("models/repository"));
    }
}
