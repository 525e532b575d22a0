package io.heed.features;

import io.heed.features.Calculation.Rolling;
import io.heed.features.window.Few;
import io.heed.features.window.Retention;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Since when series and their values have been fed without a break, and since when they have kept as much as somebody
 * needs.
 *
 * @param begun the series and values by the number of their declaration, each with the time at which it began
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
     * @param value the number of the declaration of the value; that of the series where none is read beside the others
     * @param statistic what must be known of tiles, "" for what always is
     */
    record Need(long series, long value, String statistic, Retention retention) implements Comparable<Need> {
        private static final int PARTS = 6;

        /** What a feature needs of its series. */
        static Need of(Rolling rolling) {
            KeptSeries kept = KeptSeries.of(rolling);
            Few few = rolling.few();
            Retention retention = switch (kept.keeping()) {
                case WINDOW, EXACT, SHARED -> new Retention(rolling.reachMillis(), 0, false);
                case NEWEST, OLDEST -> new Retention(few.windowMillis(), few.newest(), false);
                case TRACKED -> rolling.retention();
            };
            boolean isOfTiles = kept.keeping() == Keeping.WINDOW
                    && !rolling.series().value().isEmpty();
            return new Need(
                    kept.number(),
                    kept.holding(rolling.series()).number(),
                    isOfTiles ? rolling.statistic().text() : "",
                    retention);
        }

        /** What a feature needs of the marks since which it counts. */
        static Need ofMarks(KeptSeries marks, Rolling rolling) {
            Few few = rolling.fewMarks();
            return new Need(marks.number(), marks.number(), "", new Retention(few.windowMillis(), few.newest(), false));
        }

        @Override
        public int compareTo(Need other) {
            return text().compareTo(other.text());
        }

        boolean isCoveredBy(Need other) {
            boolean isRead = value == series || (value == other.value && statistic.equals(other.statistic));
            return series == other.series
                    && isRead
                    && retention.and(other.retention).equals(other.retention);
        }

        private String text() {
            return String.join(
                    " ",
                    Long.toHexString(series),
                    Long.toHexString(value),
                    String.valueOf(retention.windowMillis()),
                    String.valueOf(retention.last()),
                    String.valueOf(retention.untilEnded()),
                    statistic);
        }

        private static Need of(String text) {
            String[] parts = text.split(" ", PARTS);
            return new Need(
                    Long.parseUnsignedLong(parts[0], 16),
                    Long.parseUnsignedLong(parts[1], 16),
                    parts[5],
                    new Retention(
                            Long.parseLong(parts[2]), Integer.parseInt(parts[3]), Boolean.parseBoolean(parts[4])));
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
            newBegun.put(need.value(), begun.getOrDefault(need.value(), timeMillis));
            newKept.put(need, keptMillis(need, timeMillis));
        }
        return new Feeding(newBegun, newKept);
    }

    /** From when on a feature misses no event that it would count. */
    Completeness completeness(FeatureDefinitions declared, String name) {
        FeatureDefinition feature = declared.require(name);
        if (feature.calculation() instanceof Rolling rolling) {
            long since = ALWAYS;
            for (Need need : StageParts.needs(feature)) {
                since = Math.max(since, keptMillis(need, Long.MAX_VALUE));
            }
            return Completeness.of(rolling, since);
        }
        Completeness all = Completeness.ALWAYS;
        for (String read : feature.readsFeatures()) {
            all = all.and(completeness(declared, read));
        }
        return all;
    }

    /** When a series or a value began. */
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
