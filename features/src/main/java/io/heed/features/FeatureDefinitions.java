package io.heed.features;

import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.catalogue.Workspace;
import io.heed.events.yaml.Problems;
import java.io.Serializable;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The features that a workspace declares in {@code features/definitions}. */
public final class FeatureDefinitions implements Serializable {
    private static final long serialVersionUID = 1L;

    private final TreeMap<String, FeatureDefinition> features;

    FeatureDefinitions(Map<String, FeatureDefinition> features) {
        this.features = new TreeMap<>(features);
    }

    /**
     * The features of a workspace, which may be none.
     *
     * @throws io.heed.events.yaml.InvalidDefinitionsException naming every problem
     */
    public static FeatureDefinitions load(Workspace workspace, EventCatalogue catalogue) {
        Problems problems = new Problems();
        FeatureDefinitions definitions = new FeatureReader(catalogue, problems).read(workspace);
        problems.throwIfAny();
        return definitions;
    }

    /** The names in order, such as an expression's scope wants them. */
    public Set<String> names() {
        return Collections.unmodifiableSet(features.keySet());
    }

    /** All features, by name. */
    public Collection<FeatureDefinition> all() {
        return Collections.unmodifiableCollection(features.values());
    }

    /** The feature of that name, or null. */
    public @Nullable FeatureDefinition find(String name) {
        return features.get(name);
    }

    /**
     * The feature of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public FeatureDefinition require(String name) {
        FeatureDefinition feature = features.get(name);
        if (feature == null) {
            throw new IllegalArgumentException("feature is not declared: " + name + " (legal: " + names() + ")");
        }
        return feature;
    }
}
