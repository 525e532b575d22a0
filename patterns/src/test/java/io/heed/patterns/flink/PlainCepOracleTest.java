package io.heed.patterns.flink;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.events.CareEvent;
import io.heed.patterns.LetterEvents;
import io.heed.patterns.PatternHarness;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The stage against Flink's own CEP operator on random patterns and streams: the same matches at the same times. Set
 * {@code -Dheed.patterns.oracle=5000} for a longer run and {@code -Dheed.patterns.oracle.seed} for other patterns.
 */
class PlainCepOracleTest {
    private static final int PATTERNS = Integer.getInteger("heed.patterns.oracle", 120);
    private static final long SEED = Long.getLong("heed.patterns.oracle.seed", 1);
    private static final int STREAMS = 5;

    @Test
    void theStageFindsWhatPlainCepFinds() throws Exception {
        int matches = 0;
        int matchingPatterns = 0;
        for (int i = 0; i < PATTERNS; i++) {
            int found = compare(SEED * 1_000_003 + i);
            matches += found;
            matchingPatterns += found > 0 ? 1 : 0;
        }
        System.out.println("oracle: " + PATTERNS + " patterns, " + PATTERNS * STREAMS + " pairs, " + matchingPatterns
                + " patterns with matches, " + matches + " matches");
        assertThat(matchingPatterns).as("patterns with matches").isGreaterThan(PATTERNS / 3);
    }

    private static int compare(long seed) throws Exception {
        Random random = new Random(seed);
        RandomPattern pattern = new RandomPattern(random);
        Map<String, List<CareEvent>> streams = new TreeMap<>();
        long last = 0;
        for (int i = 0; i < STREAMS; i++) {
            List<CareEvent> stream = stream(random);
            streams.put("c" + i, stream);
            last = Math.max(last, stream.get(stream.size() - 1).timeMillis());
        }
        long until = last + pattern.within() + 1;
        Map<String, List<String>> expected = plainCep(pattern, streams, until);
        assertThat(stage(pattern, streams, until))
                .as("seed %d: %s", seed, pattern.yaml("drawn"))
                .isEqualTo(expected);
        return expected.values().stream().mapToInt(List::size).sum();
    }

    private static Map<String, List<String>> plainCep(
            RandomPattern pattern, Map<String, List<CareEvent>> streams, long until) throws Exception {
        try (PlainCep plain = PlainCep.of(pattern.flink(), pattern.types())) {
            for (Map.Entry<String, List<CareEvent>> stream : streams.entrySet()) {
                for (CareEvent event : stream.getValue()) {
                    plain.feed(event.withSubject(stream.getKey()));
                }
            }
            plain.until(until);
            return plain.found();
        }
    }

    private static Map<String, List<String>> stage(
            RandomPattern pattern, Map<String, List<CareEvent>> streams, long until) {
        PatternHarness harness = PatternHarness.ofLetters(pattern.yaml("drawn"));
        Map<String, List<String>> found = new TreeMap<>();
        streams.forEach((customer, events) -> {
            harness.matches().clear();
            harness.customer(customer);
            events.forEach(harness::feed);
            harness.until(until);
            List<String> matches = new ArrayList<>(harness.found());
            matches.sort(null);
            if (!matches.isEmpty()) {
                found.put(customer, matches);
            }
            assertThat(harness.stage().openMatches()).as("open at the end").isEmpty();
            assertThat(harness.agenda().open()).as("agenda at the end").isEmpty();
        });
        return found;
    }

    private static List<CareEvent> stream(Random random) {
        List<CareEvent> events = new ArrayList<>();
        long time = 1;
        for (int i = 0; i < 25; i++) {
            time += random.nextInt(3);
            String letter = String.valueOf((char) ('a' + random.nextInt(4)));
            events.add(LetterEvents.letter(letter, String.valueOf(i), time, random.nextInt(8), null));
        }
        return events;
    }
}
