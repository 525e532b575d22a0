package io.heed.features;

import io.heed.features.window.Retention;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Since when series have been fed without a break, and since when they have kept as much as somebody needs.
 *
 * @param begun the series by the number of their declaration, each with the time at which it began
 * @param kept the needs, each with the time from which on all of it is there
 */
record Feeding(SortedMap<Long, Long> begun, SortedMap<Need, Long> kept) {
    /** The time of what has been there from the beginning. */
    static final long ALWAYS = Long.MIN_VALUE;

    /** Stands with what was fed, so that nothing at all can be told from a state that did not know it yet. */
    private static final String KNOWN = "features";

    private static final String SERIES = "series ";
    private static final String NEED = "need ";

    /** Copies the maps. */
    Feeding {
        begun = new TreeMap<>(begun);
        kept = new TreeMap<>(kept);
    }

    /**
     * What a feature needs of a series.
     *
     * @param series the number of its declaration
     */
    record Need(long series, Retention retention) implements Comparable<Need> {
        @Override
        public int compareTo(Need other) {
            return text().compareTo(other.text());
        }

        boolean isCoveredBy(Need other) {
            return series == other.series && retention.and(other.retention).equals(other.retention);
        }

        private String text() {
            return Long.toHexString(series) + " " + retention.windowMillis() + " " + retention.last() + " "
                    + retention.untilEnded();
        }

        private static Need of(String text) {
            String[] parts = text.split(" ");
            return new Need(
                    Long.parseUnsignedLong(parts[0], 16),
                    new Retention(
                            Long.parseLong(parts[1]), Integer.parseInt(parts[2]), Boolean.parseBoolean(parts[3])));
        }
    }

    /** Of needs that have been met from the beginning. */
    static Feeding always(Collection<Need> needs) {
        return new Feeding(new TreeMap<>(), new TreeMap<>()).followedBy(ALWAYS, needs);
    }

    /** What was noted by {@link #notes}, or null where nothing was noted, as by earlier versions. */
    static @Nullable Feeding ofNotes(SortedMap<String, Long> notes) {
        if (!notes.containsKey(KNOWN)) {
            return null;
        }
        SortedMap<Long, Long> begun = new TreeMap<>();
        SortedMap<Need, Long> kept = new TreeMap<>();
        notes.forEach((note, millis) -> {
            if (note.startsWith(SERIES)) {
                begun.put(Long.parseUnsignedLong(note.substring(SERIES.length()), 16), millis);
            } else if (note.startsWith(NEED)) {
                kept.put(Need.of(note.substring(NEED.length())), millis);
            }
        });
        return new Feeding(begun, kept);
    }

    /** All of it as texts with times, from which {@link #ofNotes} makes the same again. */
    SortedMap<String, Long> notes() {
        SortedMap<String, Long> notes = new TreeMap<>();
        notes.put(KNOWN, ALWAYS);
        begun.forEach((series, millis) -> notes.put(SERIES + Long.toHexString(series), millis));
        kept.forEach((need, millis) -> notes.put(NEED + need.text(), millis));
        return notes;
    }

    /** What is fed after a time from which on other needs hold: what goes on keeps its time, all else begins then. */
    Feeding followedBy(long timeMillis, Collection<Need> needs) {
        SortedMap<Long, Long> newBegun = new TreeMap<>();
        SortedMap<Need, Long> newKept = new TreeMap<>();
        for (Need need : needs) {
            newBegun.put(need.series(), begun.getOrDefault(need.series(), timeMillis));
            newKept.put(need, keptMillis(need, timeMillis));
        }
        return new Feeding(newBegun, newKept);
    }

    /** When a series began. */
    long begunMillis(long series) {
        return begun.getOrDefault(series, ALWAYS);
    }

    /** From when on all is there that somebody needs, or a time where it is not. */
    long keptMillis(Need need, long otherwiseMillis) {
        return kept.entrySet().stream()
                .filter(entry -> need.isCoveredBy(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .min()
                .orElse(otherwiseMillis);
    }
}
