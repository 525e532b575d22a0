package io.heed.features;

import io.heed.events.catalogue.DefinitionFile;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.catalogue.Workspace;
import io.heed.events.change.DefinitionHistory;
import io.heed.events.change.Lineup;
import io.heed.events.change.Running;
import io.heed.events.yaml.Problems;
import java.io.Serializable;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The features that a workspace declares in {@code features/definitions}. */
public final class FeatureDefinitions implements Serializable {
    /** The folder of a workspace that holds them. */
    public static final String FOLDER = "features/definitions";

    /** What a workspace declares has no version; the first change of it is version 1. */
    private static final int DECLARED_VERSION = 0;

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
        FeatureDefinitions none = new FeatureDefinitions(Map.of());
        FeatureDefinitions definitions =
                new FeatureReader(catalogue, problems).read(none, workspace.definitions(FOLDER), name -> true);
        problems.throwIfAny();
        return definitions;
    }

    /** The features in force of a lineup. */
    public static FeatureDefinitions of(Lineup<FeatureDefinition> lineup) {
        Map<String, FeatureDefinition> inForce = new TreeMap<>();
        for (Running<FeatureDefinition> running : lineup.running()) {
            inForce.put(running.name(), running.definition());
        }
        return new FeatureDefinitions(inForce);
    }

    /**
     * The features of a file, which may read these; each stands after those of the file that it reads.
     *
     * @throws io.heed.events.yaml.InvalidDefinitionsException naming every problem
     */
    public List<FeatureDefinition> read(DefinitionFile file, EventCatalogue catalogue) {
        Problems problems = new Problems();
        FeatureReader reader = new FeatureReader(catalogue, problems);
        FeatureDefinitions all = reader.read(this, List.of(file), name -> true);
        problems.throwIfAny();
        Set<String> ordered = new LinkedHashSet<>();
        reader.names().forEach(name -> all.addInOrder(name, reader.names(), ordered));
        return ordered.stream().map(all::require).toList();
    }

    /**
     * One feature of a file, which may read these; the others are passed over, whatever is wrong with them.
     *
     * @throws io.heed.events.yaml.InvalidDefinitionsException naming every problem
     * @throws IllegalArgumentException if the file holds none of this name
     */
    public FeatureDefinition read(DefinitionFile file, String name, EventCatalogue catalogue) {
        Problems problems = new Problems();
        FeatureReader reader = new FeatureReader(catalogue, problems);
        FeatureDefinitions all = reader.read(this, List.of(file), name::equals);
        problems.throwIfAny();
        if (!reader.names().contains(name)) {
            throw new IllegalArgumentException("the definition holds no feature of this name: " + name);
        }
        return all.require(name);
    }

    private void addInOrder(String name, Set<String> among, Set<String> ordered) {
        for (String read : require(name).readsFeatures()) {
            if (among.contains(read) && !ordered.contains(read)) {
                addInOrder(read, among, ordered);
            }
        }
        ordered.add(name);
    }

    /** A history that begins with these features. */
    public DefinitionHistory<FeatureDefinition> history() {
        List<Running<FeatureDefinition>> running = features.values().stream()
                .map(feature -> Running.always(feature.name(), DECLARED_VERSION, feature))
                .toList();
        return new DefinitionHistory<>(running, feature -> 0);
    }

    /** The names in order, such as an expression's scope wants them. */
    public Set<String> names() {
        return Collections.unmodifiableSet(features.keySet());
    }

    /** All features, by name. */
    public Collection<FeatureDefinition> all() {
        return Collections.unmodifiableCollection(features.values());
    }

    /** The features whose expressions read a feature, by name. */
    public List<String> readersOf(String feature) {
        return features.values().stream()
                .filter(other -> other.readsFeatures().contains(feature))
                .map(FeatureDefinition::name)
                .toList();
    }

    /** The feature of that name, or null. */
    public @Nullable FeatureDefinition find(String name) {
        return features.get(name);
    }

    /** The hash of the feature of that name, or null. */
    public @Nullable String hashOf(String name) {
        FeatureDefinition feature = find(name);
        return feature == null ? null : feature.hash();
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
