package io.heed.models.health;

import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/** The newest word on each version, out of the lines of the output {@code model-health} in any order. */
public final class NewestHealth {
    private final SortedMap<Serving, ModelHealth> byServing = new TreeMap<>();

    /**
     * Takes a line in.
     *
     * @throws IllegalArgumentException where it is no line of this output
     */
    public void add(String line) {
        add(ModelHealthJson.read(line));
    }

    /** Takes in what was said of a version. */
    public void add(ModelHealth health) {
        byServing.merge(
                health.serving(), health, (known, other) -> other.toMillis() >= known.toMillis() ? other : known);
    }

    /** What was said last of each version in each part, by model, version and part. */
    public Collection<ModelHealth> all() {
        return byServing.values();
    }
}
