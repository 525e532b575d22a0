package io.heed.features.window;

/** Where to find older entries, and whether it is worth it. */
record SealedBlock(int number, long firstMillis, long lastMillis, int size) {
    static SealedBlock of(int number, Entries entries) {
        return new SealedBlock(number, entries.time(0), entries.time(entries.size() - 1), entries.size());
    }
}
