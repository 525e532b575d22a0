package io.heed.features.window;

/**
 * Where to find older entries, and whether it is worth it.
 *
 * @param lastMillis when the last entry happened, or the first in the last tile
 */
record SealedBlock(int number, long firstMillis, long lastMillis) {
    static SealedBlock of(int number, Slots slots) {
        return new SealedBlock(number, slots.firstMillis(0), slots.firstMillis(slots.size() - 1));
    }
}
