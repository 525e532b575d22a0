package io.heed.features;

import io.heed.features.Calculation.Rolling;
import org.jspecify.annotations.Nullable;

/**
 * A series and the way in which it is kept. Features with the same one share what is kept; others never change it, so
 * that a value does not depend on what else is declared.
 *
 * @param series the events; without a value where entries hold one for each feature that wants one
 */
record KeptSeries(SeriesDefinition series, Keeping keeping) {
    /** What a feature reads. */
    static KeptSeries of(Rolling rolling) {
        Keeping keeping = rolling.keeping();
        boolean holdsAnyValues = keeping == Keeping.WINDOW || keeping == Keeping.EXACT;
        return new KeptSeries(holdsAnyValues ? rolling.series().withoutValue() : rolling.series(), keeping);
    }

    /** The marks since which a feature counts, or null. */
    static @Nullable KeptSeries ofMarks(Rolling rolling) {
        return rolling.since() == null ? null : new KeptSeries(rolling.since(), Keeping.NEWEST);
    }

    /** The declaration of one of the values that its entries hold; itself where that is none. */
    KeptSeries holding(SeriesDefinition valued) {
        return new KeptSeries(valued, keeping);
    }

    /** The number of the declaration, which is the same as long as the declaration is. */
    long number() {
        return Fingerprint.of(canonical()).number();
    }

    /** The number under which that is kept which began at a time: what lies there began then. */
    long id(long begunMillis) {
        return begunMillis == Feeding.ALWAYS
                ? number()
                : Fingerprint.of(canonical() + "\nbegun " + begunMillis).number();
    }

    private String canonical() {
        return keeping + "\n" + series.canonical();
    }
}
