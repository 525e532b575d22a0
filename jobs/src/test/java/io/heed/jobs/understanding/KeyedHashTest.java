package io.heed.jobs.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeyedHashTest {
    private final KeyedHash hash = new KeyedHash("key");

    @Test
    void itIsTheFirstHalfOfAnHmac() {
        // HMAC-SHA256("key", "The quick brown fox jumps over the lazy dog") begins f7bc83f430538424b13298e6aa6fb143
        assertThat(hash.of("The quick brown fox jumps over the lazy dog")).isEqualTo("97yD9DBThCSxMpjmqm-xQw");
    }

    @Test
    void aValueHasOneHashUnderOneSecretAndAnotherUnderAnother() {
        String first = hash.of("C1");

        hash.of("C2");

        assertThat(hash.of("C1")).isEqualTo(first).isEqualTo(new KeyedHash("key").of("C1"));
        assertThat(new KeyedHash("another").of("C1")).isNotEqualTo(first);
    }

    @Test
    void hashesAreSafeInUrlsAndDoNotMeet() {
        Set<String> hashes = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            hashes.add(hash.of("C" + i));
        }

        assertThat(hashes).hasSize(10_000).allMatch(value -> value.matches("[A-Za-z0-9_-]{22}"));
        assertThat(hash.of("")).hasSize(22);
        assertThat(hash.of("zoë")).isNotEqualTo(hash.of("zoe"));
    }
}
