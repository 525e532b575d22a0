package io.heed.jobs.workspace;

import io.heed.models.repository.ModelDirectory;
import io.heed.models.repository.ModelKind;
import io.heed.models.repository.ModelRepository;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The models of a workspace that score customers; models of text belong to the language module. */
public final class ServingModels {
    private ServingModels() {}

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

    /** Each serving model of customers with the features that any of its versions reads. */
    public static Map<String, Set<String>> features(ModelRepository repository) {
        Map<String, Set<String>> features = new TreeMap<>();
        for (String model : targets(repository).keySet()) {
            Set<String> read = new TreeSet<>();
            for (int version : repository.aliases(model).versions()) {
                ModelDirectory.read(repository.folder(model, version))
                        .contract()
                        .features()
                        .forEach(feature -> read.add(feature.name()));
            }
            features.put(model, read);
        }
        return features;
    }
}
