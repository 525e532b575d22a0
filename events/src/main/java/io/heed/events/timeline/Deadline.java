package io.heed.events.timeline;

import java.util.Comparator;

/**
 * Work of a stage that is due at a time, ordered by time, then stage, then name.
 *
 * @param stage the stage that set it
 * @param name what the stage calls it, unique within the stage
 */
public record Deadline(long timeMillis, String stage, String name) implements Comparable<Deadline> {
    private static final Comparator<Deadline> ORDER = Comparator.comparingLong(Deadline::timeMillis)
            .thenComparing(Deadline::stage)
            .thenComparing(Deadline::name);

    @Override
    public int compareTo(Deadline other) {
        return ORDER.compare(this, other);
    }
}
