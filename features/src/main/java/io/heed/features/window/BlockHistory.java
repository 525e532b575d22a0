package io.heed.features.window;

import io.heed.events.state.Table;
import org.jspecify.annotations.Nullable;

/** Reads a group from its newest entries back, as far as a window needs. */
final class BlockHistory implements History {
    private final SeriesKey key;
    private final SeriesHead head;
    private final Table<BlockKey, Slots> blocks;
    private final SeriesPlan plan;
    private Slots loaded;
    private int unread;

    BlockHistory(SeriesKey key, SeriesHead head, Table<BlockKey, Slots> blocks, SeriesPlan plan) {
        this.key = key;
        this.head = head;
        this.blocks = blocks;
        this.plan = plan;
        this.loaded = head.newest;
        this.unread = head.sealed.size();
    }

    @Override
    public boolean feed(long fromMillis, long untilMillis, int last, Reading reading, Accumulator into) {
        if (last > 0) {
            throw new IllegalArgumentException("the last few are kept apart: " + last);
        }
        if (unread > 0) {
            load(plan.exact() ? fromMillis : Tiles.beginMillis(fromMillis, untilMillis));
        }
        long reachedMillis = plan.exact() ? fromMillis : Tiles.reachMillis(loaded, fromMillis, untilMillis);
        return loaded.feed(loaded.countBefore(reachedMillis), loaded.countBefore(untilMillis), reading, into);
    }

    private void load(long fromMillis) {
        while (unread > 0 && head.sealed.get(unread - 1).lastMillis() >= fromMillis) {
            unread--;
            @Nullable Slots older = blocks.get(key.block(head.sealed.get(unread).number()));
            if (older != null) {
                loaded = older.with(plan.columns()).followedBy(loaded);
            }
        }
    }
}
