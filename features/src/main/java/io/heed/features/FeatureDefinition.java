package io.heed.features;

import java.io.Serializable;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One declared feature. */
public final class FeatureDefinition implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final String description;
    private final String unit;
    private final Calculation calculation;
    private final String hash;
    private final long overInclusionMillis;

    FeatureDefinition(
            String name,
            String description,
            String unit,
            Calculation calculation,
            String hash,
            long overInclusionMillis) {
        this.name = name;
        this.description = description;
        this.unit = unit;
        this.calculation = calculation;
        this.hash = hash;
        this.overInclusionMillis = overInclusionMillis;
    }

    /** The snake_case name. */
    public String name() {
        return name;
    }

    /** What it says, for people. */
    public String description() {
        return description;
    }

    /** The unit of its values. */
    public String unit() {
        return unit;
    }

    /**
     * A hash of everything that changes its values, the features that it reads included; 32 hexadecimal digits. Name,
     * description and comments are not part of it.
     */
    public String hash() {
        return hash;
    }

    /**
     * By how much older than its window the events may be that its value counts, those of the features that it reads
     * included; 0 where it is always exact.
     */
    public long overInclusionMillis() {
        return overInclusionMillis;
    }

    /** The features that its expression reads; none for an aggregate of events. */
    public Set<String> readsFeatures() {
        return new TreeSet<>(calculation.readsFeatures());
    }

    /** The event types that it reads, those that begin its window or end things included. */
    public Set<String> readsEvents() {
        return FeatureWording.events(calculation);
    }

    /** What it makes of them and how far it looks back, in a few words. */
    public String summary() {
        return FeatureWording.summary(calculation);
    }

    /** Whether the other is the same in all that is said of it. */
    public boolean isSaidAs(FeatureDefinition other) {
        return equals(other) && description.equals(other.description) && unit.equals(other.unit);
    }

    Calculation calculation() {
        return calculation;
    }

    /** Whether the other has the same name and gives the same values; what they say for people does not count. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FeatureDefinition feature && name.equals(feature.name) && hash.equals(feature.hash);
    }

    @Override
    public int hashCode() {
        return hash.hashCode() ^ name.hashCode();
    }

    @Override
    public String toString() {
        return name + " [" + unit + "]";
    }
}
