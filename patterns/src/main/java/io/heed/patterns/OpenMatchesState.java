package io.heed.patterns;

import io.heed.events.state.Cell;
import io.heed.events.state.Codecs;
import io.heed.events.state.StateStore;
import io.heed.events.state.Table;
import io.heed.events.timeline.StageAgenda;
import io.heed.patterns.PatternTally.Figure;
import io.heed.patterns.flink.CepAdapter;
import io.heed.patterns.flink.OpenMatches;
import io.heed.patterns.flink.OpenMatchesCodec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The open matches of the customer at hand, one value for each pattern, with a small index of the patterns that have
 * any and of their deadlines. The agenda holds the earliest of these alone. Loaded before use and saved after.
 */
final class OpenMatchesState {
    private static final String NEXT = "next";

    private final Table<String, OpenMatches> open;
    private final Cell<List<OpenPattern>> indexCell;
    private final StageAgenda agenda;
    private final PatternTally tally;
    private List<OpenPattern> index = List.of(); // in the order of keys; replaced by a copy before its first change
    private boolean indexChanged;
    private long agendaMillis = CepAdapter.NEVER;

    OpenMatchesState(StateStore state, StageAgenda agenda, OpenMatchesCodec codec, PatternTally tally) {
        this.open = state.table("patterns.open", Codecs.TEXT, codec);
        this.indexCell = state.cell("patterns.open-index", Codecs.listOf(OpenPattern.CODEC));
        this.agenda = agenda;
        this.tally = tally;
    }

    void load() {
        indexChanged = false;
        List<OpenPattern> stored = indexCell.get();
        index = stored == null ? List.of() : stored;
        agendaMillis = earliestMillis();
    }

    /** Writes the index, and has the agenda wake the stage at the earliest deadline. */
    void save() {
        if (!indexChanged) {
            return;
        }
        if (index.isEmpty()) {
            indexCell.clear();
        } else {
            indexCell.set(index);
        }
        long earliestMillis = earliestMillis();
        if (earliestMillis == CepAdapter.NEVER && agendaMillis != CepAdapter.NEVER) {
            agenda.cancel(NEXT);
        } else if (earliestMillis != agendaMillis) {
            agenda.set(NEXT, earliestMillis);
        }
        agendaMillis = earliestMillis;
    }

    /** The patterns whose deadline is at or before a time; the agenda no longer holds it. */
    List<String> takeDue(long timeMillis) {
        List<String> due = new ArrayList<>();
        for (OpenPattern pattern : index) {
            if (pattern.deadlineMillis() <= timeMillis) {
                due.add(pattern.key());
            }
        }
        agendaMillis = CepAdapter.NEVER;
        changeIndex();
        return due;
    }

    @Nullable
    OpenMatches find(String key) {
        return place(key) < 0 ? null : open.get(key);
    }

    /** Keeps what is open and has the agenda wake the pattern at its deadline. */
    void keep(String key, OpenMatches matches, long deadlineMillis) {
        if (matches.isEmpty()) {
            forget(key);
            return;
        }
        int place = place(key);
        OpenPattern before = place < 0 ? null : index.get(place);
        if (matches.takeChanged() || before == null) {
            open.put(key, matches);
        }
        OpenPattern now = new OpenPattern(key, deadlineMillis, matches.count());
        if (before == null) {
            changeIndex();
            index.add(-place - 1, now);
            countOpen(key, now.count());
        } else if (!now.equals(before)) {
            changeIndex();
            index.set(place, now);
            countOpen(key, now.count() - before.count());
        }
    }

    void forget(String key) {
        int place = place(key);
        if (place >= 0) {
            changeIndex();
            countOpen(key, -index.remove(place).count());
            open.remove(key);
        }
    }

    /** Forgets what belongs to no version that runs. */
    void forgetAllBut(Predicate<String> runs) {
        for (OpenPattern pattern : List.copyOf(index)) {
            if (!runs.test(pattern.key())) {
                forget(pattern.key());
            }
        }
    }

    SortedMap<String, Integer> counts() {
        SortedMap<String, Integer> counts = new TreeMap<>();
        index.forEach(pattern -> counts.put(pattern.key(), pattern.count()));
        return counts;
    }

    void clear() {
        load();
        List.copyOf(index).forEach(pattern -> forget(pattern.key()));
        save();
        open.clear();
    }

    /** What is in the state stays as it is until it is saved. */
    private void changeIndex() {
        if (!indexChanged) {
            index = new ArrayList<>(index);
            indexChanged = true;
        }
    }

    /** Where a pattern stands in the index, or where it would, as {@link Collections#binarySearch} says it. */
    private int place(String key) {
        int low = 0;
        int high = index.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = index.get(middle).key().compareTo(key);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }

    private long earliestMillis() {
        long earliest = CepAdapter.NEVER;
        for (OpenPattern pattern : index) {
            earliest = Math.min(earliest, pattern.deadlineMillis());
        }
        return earliest;
    }

    private void countOpen(String key, int more) {
        if (more != 0) {
            tally.count(key, Figure.OPEN, more);
        }
    }
}
