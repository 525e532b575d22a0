package io.heed.features.window;

/**
 * When old entries of a series are summed up. Time is cut into tiles; a tile is made of the entries in it once it has
 * ended 20 times its width ago, and wider ones follow as it gets older. It is made only of entries that are not among the
 * newest 32, and only where there are at least four of them: few entries stay as they are.
 *
 * <p>A window that begins within a tile reaches back to the tile's beginning. This is reckoned from the entries alone, not
 * from what was summed up when, so that a value depends on nothing but the customer's own events.
 */
public final class Tiles {
    private static final int EXACT_ENTRIES = 32;
    private static final int FEWEST_ENTRIES = 4;
    private static final int AGE_IN_WIDTHS = 20;
    /** In minutes; each divides the next, so that tiles grow together. */
    private static final int[] WIDTHS = {1, 5, 15, 60, 180, 360, 720, 1_440, 2_880, 5_760, 11_520};

    private static final int SLOT_BYTES = 5;
    private static final int VALUE_BYTES = 2;
    private static final long MINUTE_MILLIS = 60_000;

    private Tiles() {}

    /** By how much a window of some length reaches back too far at most; 0 where it is always exact. */
    public static long overInclusionMillis(long windowMillis) {
        long widestMillis = 0;
        for (int minutes : WIDTHS) {
            long width = minutes * MINUTE_MILLIS;
            widestMillis = width * AGE_IN_WIDTHS < windowMillis ? width : widestMillis;
        }
        return widestMillis;
    }

    /** When the widest tile around a time begins that is old enough; the time itself where none is. */
    static long beginMillis(long timeMillis, long nowMillis) {
        return roundDown(timeMillis, widthMillis(timeMillis, nowMillis));
    }

    /** From when on entries are counted in a window that begins at a time. */
    static long reachMillis(Slots slots, long fromMillis, long nowMillis) {
        if (slots.size() <= EXACT_ENTRIES) {
            return fromMillis;
        }
        long width = widthMillis(fromMillis, nowMillis);
        long begin = roundDown(fromMillis, width);
        int start = slots.countBefore(begin);
        int end = Math.min(slots.countBefore(begin + width), old(slots, nowMillis));
        return isTile(slots, start, end) ? begin : fromMillis;
    }

    /** Sums up what is old. */
    static Slots sumUp(Slots slots, long nowMillis) {
        int old = old(slots, nowMillis);
        Slots result = new Slots(slots.columns(), slots.size());
        int start = 0;
        while (start < old) {
            long first = slots.firstMillis(start);
            long width = widthMillis(first, nowMillis);
            int end = Math.max(start + 1, Math.min(old, slots.countBefore(roundDown(first, width) + width)));
            if (end - start > 1 && isTile(slots, start, end) && saves(slots, start, end)) {
                result.append(first, slots.summedUp(start, end));
            } else {
                result.appendAll(slots, start, end);
            }
            start = end;
        }
        result.appendAll(slots, start, slots.size());
        return result;
    }

    /** A time or an earlier one at which tiles of a width begin. */
    static long roundDown(long timeMillis, long widthMillis) {
        return widthMillis == 0 ? timeMillis : Math.floorDiv(timeMillis, widthMillis) * widthMillis;
    }

    private static boolean isTile(Slots slots, int start, int end) {
        return end > start && slots.entries(start, end) >= FEWEST_ENTRIES;
    }

    /** Whether a tile would take less than the entries, as far as that is known beforehand. */
    private static boolean saves(Slots slots, int start, int end) {
        int tile = SLOT_BYTES + 1;
        int entry = SLOT_BYTES;
        for (Column column : slots.columns()) {
            tile += column.statistics().stream().mapToInt(Statistic::bytes).sum();
            entry += VALUE_BYTES;
        }
        return tile < slots.entries(start, end) * entry;
    }

    /** How many slots are older than those that always stay exact. */
    private static int old(Slots slots, long nowMillis) {
        return slots.countBefore(nowMillis) - EXACT_ENTRIES;
    }

    private static long widthMillis(long timeMillis, long nowMillis) {
        for (int i = WIDTHS.length - 1; i >= 0; i--) {
            long width = WIDTHS[i] * MINUTE_MILLIS;
            boolean isOld = timeMillis + AGE_IN_WIDTHS * width < nowMillis;
            if (isOld && roundDown(timeMillis, width) + (1 + AGE_IN_WIDTHS) * width <= nowMillis) {
                return width;
            }
        }
        return 0;
    }
}
