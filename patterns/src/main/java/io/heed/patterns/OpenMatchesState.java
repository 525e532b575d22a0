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
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The open matches of the customer at hand, one value for each pattern, with a small index of the patterns that have
 * any and of their deadlines. Loaded before use and saved after.
 */
final class OpenMatchesState {
    private final Table<String, OpenMatches> open;
    private final Cell<List<OpenPattern>> indexCell;
    private final StageAgenda agenda;
    private final SortedMap<String, OpenPattern> index = new TreeMap<>();
    private final PatternTally tally;
    private boolean indexChanged;

    OpenMatchesState(StateStore state, StageAgenda agenda, OpenMatchesCodec codec, PatternTally tally) {
        this.open = state.table("patterns.open", Codecs.TEXT, codec);
        this.indexCell = state.cell("patterns.open-index", Codecs.listOf(OpenPattern.CODEC));
        this.agenda = agenda;
        this.tally = tally;
    }

    void load() {
        index.clear();
        indexChanged = false;
        List<OpenPattern> stored = indexCell.get();
        if (stored != null) {
            stored.forEach(pattern -> index.put(pattern.key(), pattern));
        }
    }

    void save() {
        if (indexChanged && index.isEmpty()) {
            indexCell.clear();
        } else if (indexChanged) {
            indexCell.set(new ArrayList<>(index.values()));
        }
    }

    @Nullable
    OpenMatches find(String key) {
        return index.containsKey(key) ? open.get(key) : null;
    }

    /** Keeps what is open and has the agenda wake the pattern at its deadline. */
    void keep(String key, OpenMatches matches, long deadlineMillis) {
        if (matches.isEmpty()) {
            forget(key);
            return;
        }
        OpenPattern before = index.get(key);
        if (matches.takeChanged() || before == null) {
            open.put(key, matches);
        }
        OpenPattern now = new OpenPattern(key, deadlineMillis, matches.count());
        if (!now.equals(before)) {
            countOpen(key, now.count() - (before == null ? 0 : before.count()));
            index.put(key, now);
            indexChanged = true;
        }
        long deadlineBefore = before == null ? CepAdapter.NEVER : before.deadlineMillis();
        if (deadlineMillis == CepAdapter.NEVER && deadlineBefore != CepAdapter.NEVER) {
            agenda.cancel(key);
        } else if (deadlineMillis != deadlineBefore) {
            agenda.set(key, deadlineMillis);
        }
    }

    /** Notes that the agenda no longer holds a deadline of a pattern. */
    void deadlineIsOver(String key) {
        OpenPattern before = index.get(key);
        if (before != null) {
            index.put(key, new OpenPattern(key, CepAdapter.NEVER, before.count()));
            indexChanged = true;
        }
    }

    void forget(String key) {
        OpenPattern before = index.remove(key);
        if (before != null) {
            indexChanged = true;
            open.remove(key);
            countOpen(key, -before.count());
            if (before.deadlineMillis() != CepAdapter.NEVER) {
                agenda.cancel(key);
            }
        }
    }

    /** Forgets what belongs to no version that runs. */
    void forgetAllBut(Predicate<String> runs) {
        for (String key : List.copyOf(index.keySet())) {
            if (!runs.test(key)) {
                forget(key);
            }
        }
    }

    private void countOpen(String key, int more) {
        if (more != 0) {
            tally.count(key, Figure.OPEN, more);
        }
    }

    SortedMap<String, Integer> counts() {
        SortedMap<String, Integer> counts = new TreeMap<>();
        index.forEach((key, pattern) -> counts.put(key, pattern.count()));
        return counts;
    }

    void clear() {
        load();
        List.copyOf(index.keySet()).forEach(this::forget);
        open.clear();
        indexCell.clear();
    }
}
