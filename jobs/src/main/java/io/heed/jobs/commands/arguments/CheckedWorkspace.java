package io.heed.jobs.commands.arguments;

import io.heed.jobs.flink.workspace.WorkspaceFiles;
import io.heed.jobs.workspace.Definitions;
import io.heed.jobs.workspace.ServingModels;
import io.heed.jobs.workspace.WorkspaceSnapshot;
import java.util.List;

/** Loads a workspace once before Flink starts, so that what is wrong with it is said within seconds. */
public final class CheckedWorkspace {
    private CheckedWorkspace() {}

    /**
     * The definitions of a folder.
     *
     * @throws io.heed.events.yaml.InvalidDefinitionsException naming the problems of the first part that has any
     */
    public static WorkspaceSnapshot at(String folder) {
        return checked(WorkspaceFiles.snapshot(folder));
    }

    /** The definitions of a folder for a job that exports rows for some targets. */
    public static WorkspaceSnapshot forExport(String folder, List<String> targets) {
        return checked(WorkspaceFiles.snapshot(folder).forExport(targets));
    }

    private static WorkspaceSnapshot checked(WorkspaceSnapshot workspace) {
        Definitions.load(workspace, ServingModels.targets(workspace));
        return workspace;
    }
}
