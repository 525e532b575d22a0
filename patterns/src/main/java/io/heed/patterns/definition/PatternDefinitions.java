package io.heed.patterns.definition;

import io.heed.events.catalogue.DefinitionFile;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.catalogue.Workspace;
import io.heed.events.change.DefinitionHistory;
import io.heed.events.change.Running;
import io.heed.events.yaml.Problems;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Every pattern of a workspace. */
public final class PatternDefinitions implements Serializable {
    /** The folder of a workspace that holds them. */
    public static final String FOLDER = "patterns/definitions";

    private static final long serialVersionUID = 1L;

    private final TreeMap<String, PatternDefinition> patterns;

    private PatternDefinitions(Map<String, PatternDefinition> patterns) {
        this.patterns = new TreeMap<>(patterns);
    }

    /**
     * The patterns that a workspace declares in {@code patterns/definitions}.
     *
     * @param features the names of all features, which conditions may read
     * @throws io.heed.events.yaml.InvalidDefinitionsException naming every problem
     */
    public static PatternDefinitions load(Workspace workspace, EventCatalogue catalogue, Collection<String> features) {
        return read(workspace.definitions(FOLDER), catalogue, features);
    }

    /**
     * The patterns of some files.
     *
     * @throws io.heed.events.yaml.InvalidDefinitionsException naming every problem
     */
    public static PatternDefinitions read(
            List<DefinitionFile> files, EventCatalogue catalogue, Collection<String> features) {
        Problems problems = new Problems();
        DefinitionReader reader = new DefinitionReader(problems, catalogue, features);
        files.forEach(reader::read);
        problems.throwIfAny();
        return new PatternDefinitions(reader.patterns());
    }

    /**
     * These patterns alone.
     *
     * @throws IllegalArgumentException if two have one name
     */
    public static PatternDefinitions of(Collection<PatternDefinition> definitions) {
        Map<String, PatternDefinition> byName = new TreeMap<>();
        for (PatternDefinition definition : definitions) {
            if (byName.put(definition.name(), definition) != null) {
                throw new IllegalArgumentException("a pattern of this name stands twice: " + definition.name());
            }
        }
        return new PatternDefinitions(byName);
    }

    /** All patterns, by name. */
    public Collection<PatternDefinition> all() {
        return List.copyOf(patterns.values());
    }

    /** A history that begins with these patterns. */
    public DefinitionHistory<PatternDefinition> history(EventCatalogue catalogue) {
        List<Running<PatternDefinition>> running = patterns.values().stream()
                .map(pattern -> Running.always(pattern.name(), pattern.version(), pattern))
                .toList();
        return new DefinitionHistory<>(running, pattern -> pattern.openMillis(catalogue));
    }

    /** The pattern of that name, or null. */
    public @Nullable PatternDefinition find(String name) {
        return patterns.get(name);
    }

    /** These patterns with one added or put in the place of the one of its name. */
    public PatternDefinitions with(PatternDefinition definition) {
        PatternDefinitions changed = new PatternDefinitions(patterns);
        changed.patterns.put(definition.name(), definition);
        return changed;
    }
}
