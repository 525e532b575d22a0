package io.heed.features.window;

import io.heed.events.state.Codec;
import io.heed.events.state.Codecs;
import io.heed.events.state.StateStore;
import io.heed.events.state.Table;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The few entries that are needed of some series of the customer at hand, the newest or the oldest. All series of a group
 * lie in one row, since each takes next to nothing.
 */
public final class FewStore {
    private static final Entries EMPTY = new Entries();

    private final Table<String, Map<Long, Entries>> groups;

    /** A store in the state of a stage. */
    public FewStore(StateStore state) {
        this.groups = state.table("features.few", Codecs.TEXT, new RowCodec());
    }

    /**
     * Puts an entry at its time; what is not needed at or after now is dropped.
     *
     * @return whether the series is new in its group, so that somebody should come back to prune it
     */
    public boolean add(long series, String group, Few few, long timeMillis, double value, long nowMillis) {
        Map<Long, Entries> found = groups.get(group);
        Map<Long, Entries> row = found == null ? new TreeMap<>() : found;
        int before = row.size();
        Entries entries = row.computeIfAbsent(series, any -> new Entries());
        entries.insert(timeMillis, value);
        few.drop(entries, nowMillis);
        if (entries.size() == 0) {
            row.remove(series);
        }
        keep(group, row);
        return row.size() > before;
    }

    /** What is known of a series and group; empty where nothing is. */
    public History read(long series, String group) {
        Map<Long, Entries> row = groups.get(group);
        return row == null ? EMPTY : row.getOrDefault(series, EMPTY);
    }

    /**
     * Drops everything that cannot be read any more, and all of series that nobody reads.
     *
     * @param wanted what is needed of each series, null where it is not read
     * @return when something will next be ready to drop, or {@link Long#MAX_VALUE}
     */
    public long prune(LongFunction<@Nullable Few> wanted, long nowMillis) {
        long nextMillis = Long.MAX_VALUE;
        List<Map.Entry<String, Map<Long, Entries>>> all = new ArrayList<>();
        groups.entries().forEach(all::add);
        for (Map.Entry<String, Map<Long, Entries>> row : all) {
            Map<Long, Entries> series = row.getValue();
            if (series.entrySet().removeIf(each -> isOver(each.getValue(), wanted.apply(each.getKey()), nowMillis))) {
                keep(row.getKey(), series);
            }
            for (Map.Entry<Long, Entries> each : series.entrySet()) {
                Few few = wanted.apply(each.getKey());
                if (few != null && few.isOfWindow()) {
                    nextMillis = Math.min(nextMillis, few.overMillis(each.getValue()));
                }
            }
        }
        return nextMillis;
    }

    /** Forgets the customer. */
    public void clear() {
        groups.clear();
    }

    private static boolean isOver(Entries entries, @Nullable Few few, long nowMillis) {
        return few == null || (few.isOfWindow() && few.overMillis(entries) <= nowMillis);
    }

    private void keep(String group, Map<Long, Entries> row) {
        if (row.isEmpty()) {
            groups.remove(group);
        } else {
            groups.put(group, row);
        }
    }

    private static final class RowCodec implements Codec<Map<Long, Entries>> {
        private static final long serialVersionUID = 1L;

        @Override
        public void write(Map<Long, Entries> row, DataOutput out) throws IOException {
            Codecs.writeVarInt(row.size(), out);
            for (Map.Entry<Long, Entries> series : row.entrySet()) {
                out.writeLong(series.getKey());
                Entries.CODEC.write(series.getValue(), out);
            }
        }

        @Override
        public Map<Long, Entries> read(DataInput in, int writtenVersion) throws IOException {
            Map<Long, Entries> row = new TreeMap<>();
            for (int left = Codecs.readVarInt(in); left > 0; left--) {
                row.put(in.readLong(), Entries.CODEC.read(in, writtenVersion));
            }
            return row;
        }
    }
}
