package io.heed.jobs.commands.arguments;

import io.heed.jobs.flink.workspace.WorkspaceFiles;
import io.heed.jobs.workspace.Definitions;
import io.heed.jobs.workspace.ServingModels;
import io.heed.jobs.workspace.WorkspaceSnapshot;
import io.heed.models.repository.ModelRepository;
import java.nio.file.Path;

/** Loads a workspace once before Flink starts, so that what is wrong with it is said within seconds. */
public final class CheckedWorkspace {
    private CheckedWorkspace() {}

    /**
     * The definitions of a folder.
     *
     * @throws io.heed.events.yaml.InvalidDefinitionsException naming the problems of the first part that has any
     */
    public static WorkspaceSnapshot at(String folder) {
        WorkspaceSnapshot workspace = WorkspaceFiles.snapshot(folder);
        ModelRepository repository = new ModelRepository(Path.of(folder).resolve("models/repository"));
        Definitions.load(workspace, ServingModels.targets(repository));
        return workspace;
    }
}
