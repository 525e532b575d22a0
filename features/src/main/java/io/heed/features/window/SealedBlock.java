package io.heed.features.window;

/** Where to find older entries, and whether it is worth it. */
record SealedBlock(int number, long firstMillis, long lastMillis) {
    static SealedBlock of(int number, Slots slots) {
        return new SealedBlock(number, slots.firstMillis(0), slots.lastMillis(slots.size() - 1));
    }
}
