package io.heed.features.window;

import io.heed.events.state.Table;
import org.jspecify.annotations.Nullable;

/** Reads a group from its newest entries back, as far as a window needs. */
final class BlockHistory implements History {
    private final SeriesKey key;
    private final SeriesHead head;
    private final Table<BlockKey, Entries> blocks;
    private Entries loaded;
    private int unread;

    BlockHistory(SeriesKey key, SeriesHead head, Table<BlockKey, Entries> blocks) {
        this.key = key;
        this.head = head;
        this.blocks = blocks;
        this.loaded = head.newest;
        this.unread = head.sealed.size();
    }

    @Override
    public void feed(long fromMillis, long untilMillis, int last, Accumulator into) {
        while (unread > 0
                && head.sealed.get(unread - 1).lastMillis() >= fromMillis
                && (last == 0 || loaded.countBefore(untilMillis) < last)) {
            loadOlder();
        }
        loaded.feed(fromMillis, untilMillis, last, into);
    }

    @Override
    public void feedOldest(long untilMillis, Accumulator into) {
        if (head.oldestMillis < untilMillis) {
            into.add(head.oldestMillis, head.oldestValue);
        }
    }

    @Override
    public long newestBefore(long untilMillis) {
        while (unread > 0 && loaded.countBefore(untilMillis) == 0) {
            loadOlder();
        }
        return loaded.newestBefore(untilMillis);
    }

    private void loadOlder() {
        unread--;
        @Nullable Entries older = blocks.get(key.block(head.sealed.get(unread).number()));
        if (older != null) {
            loaded = older.followedBy(loaded);
        }
    }
}
