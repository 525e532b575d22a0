package io.heed.models.target;

import io.heed.events.catalogue.DefinitionFile;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.catalogue.Workspace;
import io.heed.events.yaml.Problems;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The targets that a workspace declares in models/targets. */
public final class Targets {
    private static final String FOLDER = "models/targets";

    private final Map<String, Target> byName;

    private Targets(Map<String, Target> byName) {
        this.byName = byName;
    }

    /**
     * The targets of a workspace, each feature checked against those that are declared.
     *
     * @param features the names of the declared features
     * @throws io.heed.events.yaml.InvalidDefinitionsException naming every problem
     */
    public static Targets load(Workspace workspace, EventCatalogue catalogue, Set<String> features) {
        return load(workspace, new TargetReader(catalogue, features));
    }

    /**
     * The targets of a workspace whose features nobody is going to compute.
     *
     * @throws io.heed.events.yaml.InvalidDefinitionsException naming every problem
     */
    public static Targets load(Workspace workspace, EventCatalogue catalogue) {
        return load(workspace, new TargetReader(catalogue, null));
    }

    private static Targets load(Workspace workspace, TargetReader reader) {
        Problems problems = new Problems();
        Map<String, Target> byName = new TreeMap<>();
        for (DefinitionFile file : workspace.definitions(FOLDER)) {
            for (Target target : reader.read(file, problems)) {
                if (byName.put(target.name(), target) != null) {
                    problems.add(file.name(), "target is declared twice: " + target.name());
                }
            }
        }
        problems.throwIfAny();
        return new Targets(byName);
    }

    /** All targets by name. */
    public Collection<Target> all() {
        return byName.values();
    }

    /**
     * The target of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Target require(String name) {
        Target target = byName.get(name);
        if (target == null) {
            throw new IllegalArgumentException(
                    "target is not declared: " + name + " (declared: " + byName.keySet() + ")");
        }
        return target;
    }
}
