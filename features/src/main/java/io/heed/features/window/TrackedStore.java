package io.heed.features.window;

import io.heed.events.state.Codecs;
import io.heed.events.state.StateStore;
import io.heed.events.state.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Entries with keys of the customer at hand, by series and group: few, and each may be ended or replaced. */
public final class TrackedStore {
    private static final History EMPTY = new Entries();

    private final Table<SeriesKey, List<Tracked>> groups;
    private final long waitingMillis;

    /**
     * A store in the state of a stage.
     *
     * @param waitingMillis how long an end or a replacement waits for what it ends or replaces
     */
    public TrackedStore(StateStore state, long waitingMillis) {
        this.groups = state.table("features.tracked", SeriesKey.CODEC, Codecs.listOf(Tracked.CODEC));
        this.waitingMillis = waitingMillis;
    }

    /**
     * Changes the entries of a group; what cannot be read any more at or after now is dropped.
     *
     * @return whether the group is new, so that somebody should come back to prune it
     */
    public boolean change(
            long series, String group, Retention retention, long nowMillis, Consumer<TrackedEntries> change) {
        SeriesKey key = new SeriesKey(series, group);
        List<Tracked> found = groups.get(key);
        TrackedEntries entries = new TrackedEntries(found == null ? new ArrayList<>() : new ArrayList<>(found));
        change.accept(entries);
        entries.drop(retention, waitingMillis, nowMillis);
        keep(key, entries);
        return found == null;
    }

    /** The entries of a group that hold at an instant. */
    public History read(long series, String group, long nowMillis) {
        List<Tracked> found = groups.get(new SeriesKey(series, group));
        return found == null ? EMPTY : new TrackedEntries(found).visibleAt(nowMillis);
    }

    /**
     * Drops everything that cannot be read any more, and all of series that nobody reads.
     *
     * @param retentions the retention of each series, null where it is not read
     * @return when something will next be ready to drop, or {@link Long#MAX_VALUE}
     */
    public long prune(LongFunction<@Nullable Retention> retentions, long nowMillis) {
        long nextMillis = Long.MAX_VALUE;
        List<Map.Entry<SeriesKey, List<Tracked>>> all = new ArrayList<>();
        groups.entries().forEach(all::add);
        for (Map.Entry<SeriesKey, List<Tracked>> entry : all) {
            Retention retention = retentions.apply(entry.getKey().series());
            TrackedEntries entries = new TrackedEntries(new ArrayList<>(entry.getValue()));
            if (retention == null) {
                groups.remove(entry.getKey());
                continue;
            }
            if (entries.drop(retention, waitingMillis, nowMillis)) {
                keep(entry.getKey(), entries);
            }
            nextMillis = Math.min(nextMillis, expiry(entries, retention, nowMillis));
        }
        return nextMillis;
    }

    /** Forgets the customer. */
    public void clear() {
        groups.clear();
    }

    private void keep(SeriesKey key, TrackedEntries entries) {
        if (entries.all().isEmpty()) {
            groups.remove(key);
        } else {
            groups.put(key, entries.all());
        }
    }

    private long expiry(TrackedEntries entries, Retention retention, long nowMillis) {
        long nextMillis = Long.MAX_VALUE;
        for (Tracked entry : entries.all()) {
            long expiryMillis = entry.endedMillis();
            if (entry.awaits() != 0) {
                expiryMillis = entry.knownMillis() + waitingMillis + 1;
            } else if (!retention.untilEnded()) {
                expiryMillis = Math.min(expiryMillis, entry.timeMillis() + retention.windowMillis() + 1);
            }
            if (expiryMillis > nowMillis + 1) {
                nextMillis = Math.min(nextMillis, expiryMillis);
            }
        }
        return nextMillis;
    }
}
