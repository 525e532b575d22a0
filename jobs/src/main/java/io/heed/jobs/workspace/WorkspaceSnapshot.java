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
 * @param comingModels models that plays may name although they are not there yet, each with its target
 */
public record WorkspaceSnapshot(
        String location, Map<String, List<DefinitionFile>> files, Map<String, String> comingModels)
        implements Workspace, Serializable {
    /** The folders that hold definitions. */
    public static final List<String> FOLDERS = List.of(
            "events/definitions",
            "features/definitions",
            "patterns/definitions",
            "triggers/definitions",
            "models/targets");

    /** Copies the maps. */
    public WorkspaceSnapshot {
        Map<String, List<DefinitionFile>> copy = new TreeMap<>();
        files.forEach((folder, inFolder) -> copy.put(folder, new ArrayList<>(inFolder)));
        files = copy;
        comingModels = new TreeMap<>(comingModels);
    }

    /** A snapshot whose plays name only models that are there. */
    public WorkspaceSnapshot(String location, Map<String, List<DefinitionFile>> files) {
        this(location, files, Map.of());
    }

    /** A snapshot of all folders of a workspace. */
    public static WorkspaceSnapshot of(String location, Workspace workspace) {
        Map<String, List<DefinitionFile>> files = new LinkedHashMap<>();
        FOLDERS.forEach(folder -> files.put(folder, workspace.definitions(folder)));
        return new WorkspaceSnapshot(location, files);
    }

    /** The same workspace for a job that exports rows for some targets: models that plays name may be still to come. */
    public WorkspaceSnapshot forExport(List<String> targets) {
        return new WorkspaceSnapshot(location, files, ComingModels.of(this, targets));
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
