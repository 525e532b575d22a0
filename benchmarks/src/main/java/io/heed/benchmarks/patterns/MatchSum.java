package io.heed.benchmarks.patterns;

import java.nio.charset.StandardCharsets;

/**
 * A multiset of matches, told by its size and the sums of two independent 64-bit hashes.
 *
 * @param count how many matches
 */
public record MatchSum(long count, long first, long second) {
    private static final long FIRST_SEED = 0xcbf29ce484222325L;
    private static final long SECOND_SEED = 0x9e3779b97f4a7c15L;
    private static final long FIRST_PRIME = 0x100000001b3L;
    private static final long SECOND_PRIME = 0xd6e8feb86659fd93L;

    /** What a match adds to the first sum. */
    public static long first(String match) {
        return hash(match, FIRST_SEED, FIRST_PRIME);
    }

    /** What a match adds to the second sum. */
    public static long second(String match) {
        return hash(match, SECOND_SEED, SECOND_PRIME);
    }

    /** This sum with one match more. */
    public MatchSum plus(String match) {
        return new MatchSum(count + 1, first + first(match), second + second(match));
    }

    /** FNV-1a, finished by the mixer of MurmurHash3. */
    private static long hash(String text, long seed, long prime) {
        long hash = seed;
        for (byte next : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (next & 0xff)) * prime;
        }
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
        return hash ^ hash >>> 33;
    }
}
