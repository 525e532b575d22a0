package io.heed.replay.simulation.chance;

/**
 * A seed that gives further seeds by name or number, so that what one cause draws never shifts what another draws.
 *
 * @param value the seed
 */
public record Seed(long value) {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    /** The seed of a purpose. */
    public Seed of(String purpose) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < purpose.length(); i++) {
            hash = (hash ^ purpose.charAt(i)) * FNV_PRIME;
        }
        return of(hash);
    }

    /** The seed of a number, such as a customer's. */
    public Seed of(long number) {
        return new Seed(mixed(value * FNV_PRIME + mixed(number)));
    }

    /** Draws that depend on this seed alone. */
    public Chance chance() {
        return new Chance(value);
    }

    private static long mixed(long z) {
        long mixed = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
