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
 * that an event rewrites about 200 bytes however many came before it; one that comes late rewrites the block it belongs
 * to. Whenever entries leave the head, what has become old is summed up.
 */
public final class SeriesStore {
    private static final int HEAD_SIZE = 32;
    private static final int STAYS_IN_HEAD = 8;
    private static final int LARGEST_BLOCK = 64;
    private static final History EMPTY = new Entries();

    private final Table<SeriesKey, SeriesHead> heads;
    private final Table<BlockKey, Slots> blocks;
    private final boolean sumsUp;

    /**
     * A store in the state of a stage.
     *
     * @param sumsUp whether old entries are ever summed up; where not, windows still reach back as if they were
     */
    public SeriesStore(StateStore state, boolean sumsUp) {
        this.sumsUp = sumsUp;
        this.heads = state.table("features.series", SeriesKey.CODEC, SeriesHead.CODEC);
        this.blocks = state.table("features.blocks", BlockKey.CODEC, new SlotsCodec());
    }

    /**
     * Puts an entry at its time; what cannot be read any more at or after now is dropped.
     *
     * @param values the value in each column, NaN where there is none
     * @return whether the group is new or grew by a block, so that somebody should come back to prune it
     */
    public boolean add(SeriesPlan plan, String group, long timeMillis, double[] values, long nowMillis) {
        SeriesKey key = plan.key(group);
        SeriesHead found = heads.get(key);
        SeriesHead head = found == null ? new SeriesHead(new Slots(plan.columns())) : found.with(plan.columns());
        if (head.sealed.isEmpty()
                || timeMillis >= head.sealed.get(head.sealed.size() - 1).lastMillis()) {
            head.newest.insert(timeMillis, values);
        } else {
            insertLate(plan, key, head, timeMillis, values);
        }
        boolean isFull = head.newest.size() > HEAD_SIZE;
        if (isFull) {
            seal(plan, key, head, nowMillis);
        }
        drop(key, head, plan.horizonMillis(nowMillis));
        keep(key, head);
        return isFull || (found == null && !head.isEmpty());
    }

    /** What is known of a group; empty where nothing is. */
    public History read(SeriesPlan plan, String group) {
        SeriesKey key = plan.key(group);
        SeriesHead head = heads.get(key);
        return head == null ? EMPTY : new BlockHistory(key, head.with(plan.columns()), blocks, plan);
    }

    /**
     * Drops everything that cannot be read any more, and all of series that nobody reads.
     *
     * @param plans the plan of each series, null where it is not read
     * @return when something will next be ready to drop, or {@link Long#MAX_VALUE}
     */
    public long prune(LongFunction<@Nullable SeriesPlan> plans, long nowMillis) {
        long nextMillis = Long.MAX_VALUE;
        List<Map.Entry<SeriesKey, SeriesHead>> all = new ArrayList<>();
        heads.entries().forEach(all::add);
        for (Map.Entry<SeriesKey, SeriesHead> entry : all) {
            SeriesKey key = entry.getKey();
            SeriesHead head = entry.getValue();
            SeriesPlan plan = plans.apply(key.series());
            if (drop(key, head, plan == null ? Long.MAX_VALUE : plan.horizonMillis(nowMillis))) {
                keep(key, head);
            }
            if (plan != null && !head.isEmpty()) {
                nextMillis = Math.min(nextMillis, plan.unreadFromMillis(head.oldestMillis()));
            }
        }
        return nextMillis;
    }

    /** Forgets the customer. */
    public void clear() {
        heads.clear();
        blocks.clear();
    }

    private void insertLate(SeriesPlan plan, SeriesKey key, SeriesHead head, long timeMillis, double[] values) {
        int index = head.sealed.size() - 1;
        while (index > 0 && head.sealed.get(index).firstMillis() > timeMillis) {
            index--;
        }
        int number = head.sealed.get(index).number();
        Slots slots = block(plan, key, number);
        slots.insert(timeMillis, values);
        if (slots.size() > LARGEST_BLOCK) {
            int half = slots.size() / 2;
            head.sealed.add(index++, put(key, head.nextNumber++, slots.part(0, half)));
            slots.remove(0, half);
        }
        head.sealed.set(index, put(key, number, slots));
    }

    /** Moves most of the head to blocks; those before are rewritten, since what is old is summed up. */
    private void seal(SeriesPlan plan, SeriesKey key, SeriesHead head, long nowMillis) {
        Slots all = plan.exact() || !sumsUp ? head.newest : Tiles.sumUp(takeAll(plan, key, head), nowMillis);
        int leaving = all.size() - STAYS_IN_HEAD;
        for (int start = 0; start < leaving; start += LARGEST_BLOCK) {
            Slots block = all.part(start, Math.min(start + LARGEST_BLOCK, leaving));
            head.sealed.add(put(key, head.nextNumber++, block));
        }
        head.newest = all.part(leaving, all.size());
    }

    private Slots takeAll(SeriesPlan plan, SeriesKey key, SeriesHead head) {
        Slots all = new Slots(plan.columns());
        for (SealedBlock block : head.sealed) {
            all.appendAll(block(plan, key, block.number()));
            blocks.remove(key.block(block.number()));
        }
        all.appendAll(head.newest);
        head.sealed.clear();
        head.nextNumber = 0;
        return all;
    }

    private Slots block(SeriesPlan plan, SeriesKey key, int number) {
        Slots slots = blocks.get(key.block(number));
        if (slots == null) {
            throw new IllegalStateException("block is missing from state: " + number);
        }
        return slots.with(plan.columns());
    }

    private SealedBlock put(SeriesKey key, int number, Slots slots) {
        blocks.put(key.block(number), slots);
        return SealedBlock.of(number, slots);
    }

    private void keep(SeriesKey key, SeriesHead head) {
        if (head.isEmpty()) {
            heads.remove(key);
        } else {
            heads.put(key, head);
        }
    }

    /** Drops blocks and then entries of the head; whether anything changed. */
    private boolean drop(SeriesKey key, SeriesHead head, long horizonMillis) {
        boolean changed = false;
        while (!head.sealed.isEmpty() && head.sealed.get(0).lastMillis() < horizonMillis) {
            blocks.remove(key.block(head.sealed.remove(0).number()));
            changed = true;
        }
        int old = head.sealed.isEmpty() ? head.newest.countBefore(horizonMillis) : 0;
        head.newest.remove(0, old);
        return changed || old > 0;
    }
}
