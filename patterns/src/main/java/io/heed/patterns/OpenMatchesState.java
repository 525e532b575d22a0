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
    private List<OpenPattern> index = List.of(); // few, in the order of their keys; replaced, never changed
    private final PatternTally tally;
    private boolean indexChanged;

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
    }

    void save() {
        if (indexChanged && index.isEmpty()) {
            indexCell.clear();
        } else if (indexChanged) {
            indexCell.set(index);
        }
    }

    private @Nullable OpenPattern indexed(String key) {
        for (OpenPattern pattern : index) {
            if (pattern.key().equals(key)) {
                return pattern;
            }
        }
        return null;
    }

    /** Puts what the index says of a pattern, or takes it out. */
    private void replace(String key, @Nullable OpenPattern with) {
        List<OpenPattern> changed = new ArrayList<>(index.size() + 1);
        boolean placed = with == null;
        for (OpenPattern pattern : index) {
            int order = pattern.key().compareTo(key);
            if (!placed && with != null && order >= 0) {
                changed.add(with);
                placed = true;
            }
            if (order != 0) {
                changed.add(pattern);
            }
        }
        if (!placed && with != null) {
            changed.add(with);
        }
        index = changed;
        indexChanged = true;
    }

    @Nullable
    OpenMatches find(String key) {
        return indexed(key) == null ? null : open.get(key);
    }

    /** Keeps what is open and has the agenda wake the pattern at its deadline. */
    void keep(String key, OpenMatches matches, long deadlineMillis) {
        if (matches.isEmpty()) {
            forget(key);
            return;
        }
        OpenPattern before = indexed(key);
        if (matches.takeChanged() || before == null) {
            open.put(key, matches);
        }
        OpenPattern now = new OpenPattern(key, deadlineMillis, matches.count());
        if (!now.equals(before)) {
            countOpen(key, now.count() - (before == null ? 0 : before.count()));
            replace(key, now);
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
        OpenPattern before = indexed(key);
        if (before != null) {
            replace(key, new OpenPattern(key, CepAdapter.NEVER, before.count()));
        }
    }

    void forget(String key) {
        OpenPattern before = indexed(key);
        if (before != null) {
            replace(key, null);
            open.remove(key);
            countOpen(key, -before.count());
            if (before.deadlineMillis() != CepAdapter.NEVER) {
                agenda.cancel(key);
            }
        }
    }

    /** Forgets what belongs to no version that runs. */
    void forgetAllBut(Predicate<String> runs) {
        for (OpenPattern pattern : index) {
            if (!runs.test(pattern.key())) {
                forget(pattern.key());
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
        index.forEach(pattern -> counts.put(pattern.key(), pattern.count()));
        return counts;
    }

    void clear() {
        load();
        index.forEach(pattern -> forget(pattern.key()));
        open.clear();
        indexCell.clear();
    }
}
