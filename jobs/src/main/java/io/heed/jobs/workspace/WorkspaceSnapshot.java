package io.heed.jobs.workspace;

import io.heed.events.catalogue.DefinitionFile;
import io.heed.events.catalogue.Workspace;
import io.heed.models.repository.ModelRepository;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The definition files of a workspace as they were at one moment; they travel with the job to where they are compiled.
 *
 * @param location where the workspace lies, as messages name it
 * @param files the files by folder
 */
public record WorkspaceSnapshot(String location, Map<String, List<DefinitionFile>> files)
        implements Workspace, Serializable {
    /** The folders that hold definitions. */
    public static final List<String> FOLDERS = List.of(
            "events/definitions",
            "features/definitions",
            "patterns/definitions",
            "triggers/definitions",
            "models/targets");

    /** Copies the files. */
    public WorkspaceSnapshot {
        Map<String, List<DefinitionFile>> copy = new TreeMap<>();
        files.forEach((folder, inFolder) -> copy.put(folder, new ArrayList<>(inFolder)));
        files = copy;
    }

    /** A snapshot of all folders of a workspace. */
    public static WorkspaceSnapshot of(String location, Workspace workspace) {
        Map<String, List<DefinitionFile>> files = new LinkedHashMap<>();
        FOLDERS.forEach(folder -> files.put(folder, workspace.definitions(folder)));
        return new WorkspaceSnapshot(location, files);
    }

    /** The models that lie in the workspace. */
    public ModelRepository repository() {
        return new ModelRepository(Path.of(location).resolve("models/repository"));
    }

    @Override
    public List<DefinitionFile> definitions(String folder) {
        return files.getOrDefault(folder, List.of());
    }
}
