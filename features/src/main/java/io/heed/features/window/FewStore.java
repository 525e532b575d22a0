package io.heed.features.window;

import io.heed.events.state.StateStore;
import io.heed.events.state.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** The few entries of a series that are needed of the customer at hand, the newest or the oldest, by series and group. */
public final class FewStore {
    private static final History EMPTY = new Entries();

    private final Table<SeriesKey, Entries> groups;

    /** A store in the state of a stage. */
    public FewStore(StateStore state) {
        this.groups = state.table("features.few", SeriesKey.CODEC, Entries.CODEC);
    }

    /**
     * Puts an entry at its time; what is not needed at or after now is dropped.
     *
     * @return whether the group is new, so that somebody should come back to prune it
     */
    public boolean add(long series, String group, Few few, long timeMillis, double value, long nowMillis) {
        SeriesKey key = new SeriesKey(series, group);
        Entries found = groups.get(key);
        Entries entries = found == null ? new Entries() : found;
        entries.insert(timeMillis, value);
        few.drop(entries, nowMillis);
        keep(key, entries);
        return found == null && entries.size() > 0;
    }

    /** What is known of a group; empty where nothing is. */
    public History read(long series, String group) {
        Entries entries = groups.get(new SeriesKey(series, group));
        return entries == null ? EMPTY : entries;
    }

    /**
     * Drops everything that cannot be read any more, and all of series that nobody reads.
     *
     * @param wanted what is needed of each series, null where it is not read
     * @return when something will next be ready to drop, or {@link Long#MAX_VALUE}
     */
    public long prune(LongFunction<@Nullable Few> wanted, long nowMillis) {
        long nextMillis = Long.MAX_VALUE;
        List<Map.Entry<SeriesKey, Entries>> all = new ArrayList<>();
        groups.entries().forEach(all::add);
        for (Map.Entry<SeriesKey, Entries> entry : all) {
            Few few = wanted.apply(entry.getKey().series());
            Entries entries = entry.getValue();
            if (few == null) {
                groups.remove(entry.getKey());
                continue;
            }
            if (few.drop(entries, nowMillis)) {
                keep(entry.getKey(), entries);
            }
            if (few.isOfWindow() && entries.size() > 0) {
                nextMillis = Math.min(nextMillis, entries.time(0) + few.windowMillis() + 1);
            }
        }
        return nextMillis;
    }

    /** Forgets the customer. */
    public void clear() {
        groups.clear();
    }

    private void keep(SeriesKey key, Entries entries) {
        if (entries.size() == 0) {
            groups.remove(key);
        } else {
            groups.put(key, entries);
        }
    }
}
