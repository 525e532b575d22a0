package io.heed.jobs.workspace;

import io.heed.models.repository.ModelDirectory;
import io.heed.models.repository.ModelKind;
import io.heed.models.repository.ModelRepository;
import java.util.Map;
import java.util.TreeMap;

/** The models of a workspace that score customers; models of text belong to the language module. */
public final class ServingModels {
    private ServingModels() {}

    /** Each serving model of a workspace with the target that its champion predicts, and those that are still to come. */
    public static Map<String, String> targets(WorkspaceSnapshot workspace) {
        Map<String, String> targets = new TreeMap<>(workspace.comingModels());
        targets.putAll(targets(workspace.repository()));
        return targets;
    }

    /** Each serving model of customers with the target that its champion predicts. */
    public static Map<String, String> targets(ModelRepository repository) {
        Map<String, String> targets = new TreeMap<>();
        for (String model : repository.serving()) {
            int champion = repository.aliases(model).champion();
            ModelDirectory directory = ModelDirectory.read(repository.folder(model, champion));
            if (directory.contract().kind() == ModelKind.TABULAR) {
                targets.put(model, directory.contract().target());
            }
        }
        return targets;
    }
}
