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

    /** The number under which its entries are kept, as long as the declaration stays the same. */
    long id() {
        return Fingerprint.of(keeping + "\n" + series.canonical()).number();
    }
}
