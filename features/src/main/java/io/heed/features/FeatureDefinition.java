package io.heed.features;

import java.io.Serializable;

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

    Calculation calculation() {
        return calculation;
    }

    @Override
    public String toString() {
        return name + " [" + unit + "]";
    }
}
