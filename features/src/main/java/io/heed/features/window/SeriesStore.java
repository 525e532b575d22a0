package io.heed.features.window;

import io.heed.events.state.StateStore;
import io.heed.events.state.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Entries of the customer at hand by series and group. The newest lie in a small head, older ones in sealed blocks, so
 * that an event rewrites about 200 bytes however many came before it; one that comes late rewrites the block it
 * belongs to.
 */
public final class SeriesStore {
    private static final int HEAD_SIZE = 32;
    private static final int STAYS_IN_HEAD = 8;
    private static final int LARGEST_BLOCK = 64;
    private static final History EMPTY = new Entries();

    private final Table<SeriesKey, SeriesHead> heads;
    private final Table<BlockKey, Entries> blocks;

    /** A store in the state of a stage. */
    public SeriesStore(StateStore state) {
        this.heads = state.table("features.series", SeriesKey.CODEC, SeriesHead.CODEC);
        this.blocks = state.table("features.blocks", BlockKey.CODEC, Entries.CODEC);
    }

    /**
     * Puts an entry at its time; what cannot be read any more at or after now is dropped.
     *
     * @return whether the group is new or grew by a block, so that somebody should come back to prune it
     */
    public boolean add(long series, String group, Retention retention, long timeMillis, double value, long nowMillis) {
        SeriesKey key = new SeriesKey(series, group);
        SeriesHead found = heads.get(key);
        SeriesHead head = found == null ? new SeriesHead() : found;
        head.noteOldest(timeMillis, value);
        if (head.sealed.isEmpty()
                || timeMillis >= head.sealed.get(head.sealed.size() - 1).lastMillis()) {
            head.newest.insert(timeMillis, value);
        } else {
            insertLate(key, head, timeMillis, value);
        }
        boolean sealed = head.newest.size() > HEAD_SIZE && seal(key, head);
        drop(key, head, retention, nowMillis);
        heads.put(key, head);
        return found == null || sealed;
    }

    /** What is known of a group; empty where nothing is. */
    public History read(long series, String group) {
        SeriesKey key = new SeriesKey(series, group);
        SeriesHead head = heads.get(key);
        return head == null ? EMPTY : new BlockHistory(key, head, blocks);
    }

    /**
     * Drops everything that cannot be read any more, and all of series that nobody reads.
     *
     * @param retentions the retention of each series, null where it is not read
     * @return when something will next be ready to drop, or {@link Long#MAX_VALUE}
     */
    public long prune(LongFunction<@Nullable Retention> retentions, long nowMillis) {
        long nextMillis = Long.MAX_VALUE;
        List<Map.Entry<SeriesKey, SeriesHead>> all = new ArrayList<>();
        heads.entries().forEach(all::add);
        for (Map.Entry<SeriesKey, SeriesHead> entry : all) {
            SeriesHead head = entry.getValue();
            Retention retention = retentions.apply(entry.getKey().series());
            if (retention == null) {
                head.sealed.forEach(block -> blocks.remove(entry.getKey().block(block.number())));
                heads.remove(entry.getKey());
            } else if (drop(entry.getKey(), head, retention, nowMillis)) {
                heads.put(entry.getKey(), head);
            }
            nextMillis = Math.min(nextMillis, retention == null ? Long.MAX_VALUE : expiry(head, retention, nowMillis));
        }
        return nextMillis;
    }

    /** Forgets the customer. */
    public void clear() {
        heads.clear();
        blocks.clear();
    }

    private void insertLate(SeriesKey key, SeriesHead head, long timeMillis, double value) {
        int index = head.sealed.size() - 1;
        while (index > 0 && head.sealed.get(index).firstMillis() > timeMillis) {
            index--;
        }
        int number = head.sealed.get(index).number();
        Entries entries = blocks.get(key.block(number));
        if (entries == null) {
            throw new IllegalStateException("block is missing from state: " + number);
        }
        entries.insert(timeMillis, value);
        if (entries.size() > LARGEST_BLOCK) {
            Entries older = entries.removeFirst(entries.size() / 2);
            head.sealed.add(index++, put(key, head.nextNumber++, older));
        }
        head.sealed.set(index, put(key, number, entries));
    }

    private boolean seal(SeriesKey key, SeriesHead head) {
        Entries older = head.newest.removeFirst(head.newest.size() - STAYS_IN_HEAD);
        head.sealed.add(put(key, head.nextNumber++, older));
        return true;
    }

    private SealedBlock put(SeriesKey key, int number, Entries entries) {
        blocks.put(key.block(number), entries);
        return SealedBlock.of(number, entries);
    }

    /** Drops blocks and then entries of the head; whether anything changed. */
    private boolean drop(SeriesKey key, SeriesHead head, Retention retention, long nowMillis) {
        long horizonMillis = nowMillis - retention.windowMillis();
        boolean changed = false;
        while (!head.sealed.isEmpty()
                && head.sealed.get(0).lastMillis() < horizonMillis
                && head.countBefore(nowMillis, 1) >= retention.last()) {
            blocks.remove(key.block(head.sealed.remove(0).number()));
            changed = true;
        }
        if (!head.sealed.isEmpty()) {
            return changed;
        }
        int old = head.newest.countBefore(horizonMillis);
        int surplus = Math.min(old, head.newest.countBefore(nowMillis) - retention.last());
        if (surplus > 0) {
            head.newest.removeFirst(surplus);
        }
        return changed || surplus > 0;
    }

    private static long expiry(SeriesHead head, Retention retention, long nowMillis) {
        long oldestMillis = !head.sealed.isEmpty()
                ? head.sealed.get(0).lastMillis()
                : head.newest.size() > 0 ? head.newest.time(0) : nowMillis;
        long expiryMillis = oldestMillis + retention.windowMillis() + 1;
        return expiryMillis > nowMillis + 1 ? expiryMillis : Long.MAX_VALUE; // else kept as one of the last few
    }
}
