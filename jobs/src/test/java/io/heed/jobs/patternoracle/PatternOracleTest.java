package io.heed.jobs.patternoracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The customer operator against Flink's own CEP operator, on random patterns and on random streams with disorder, late
 * events and duplicates: the same matches at the same times, whatever happens to the job meanwhile, and in the end
 * nothing remains in state. Plain CEP runs undisturbed, sees no duplicates and has a watermark for each millisecond;
 * late events reach no pattern in either. A pattern that is added is compared from then on and one that is removed up to
 * then. Where Heed differs on purpose is said in {@link AbsenceTimesTest}; and a customer's limit of open matches, which
 * plain CEP does not know, is out of reach here.
 *
 * <p>Set {@code -Dheed.jobs.pattern-oracle=20000} for that many pairs of a pattern and a stream, and
 * {@code -Dheed.jobs.pattern-oracle.seed} for others.
 */
class PatternOracleTest {
    private static final int PAIRS = Integer.getInteger("heed.jobs.pattern-oracle", 1_000);
    private static final long SEED = Long.getLong("heed.jobs.pattern-oracle.seed", 1);
    private static final int ONE_ON_ROCKSDB_IN = 5;

    @ParameterizedTest
    @EnumSource
    void theOperatorFindsWhatPlainCepFinds(Disturbance disturbance) throws Exception {
        Figures figures = new Figures();
        for (int i = 0; figures.pairs() < PAIRS / Disturbance.values().length; i++) {
            long seed = (SEED * 1_000_003 + i) * 31 + disturbance.name().hashCode();
            Trial trial = Trial.draw(seed, disturbance, i % ONE_ON_ROCKSDB_IN == 0);
            HeedRun heed = HeedRun.of(trial);

            assertThat(differences(heed.found(), PlainCepRun.of(trial)))
                    .as("seed %d: %s", seed, trial)
                    .isEmpty();
            assertThat(heed.remains()).as("seed %d: %s", seed, trial).isEmpty();
            figures.add(trial, heed);
        }
        System.out.println("oracle of the operator, " + disturbance + ": " + figures);
        assertThat(figures.pairsWithMatches()).as("pairs with matches").isGreaterThan(figures.pairs() / 3);
        assertThat(figures.late()).as("late events").isPositive();
        assertThat(figures.duplicates()).as("duplicates").isPositive();
        assertThat(figures.openAtLastStart() > 0).as("open at a restart").isEqualTo(disturbance != Disturbance.NONE);
    }

    private static SortedMap<String, String> differences(
            SortedMap<String, List<String>> heed, SortedMap<String, List<String>> plainCep) {
        SortedMap<String, String> differences = new TreeMap<>();
        Set<String> pairs = new TreeSet<>(heed.keySet());
        pairs.addAll(plainCep.keySet());
        for (String pair : pairs) {
            List<String> missing = without(plainCep.get(pair), heed.get(pair));
            List<String> added = without(heed.get(pair), plainCep.get(pair));
            if (!missing.isEmpty() || !added.isEmpty()) {
                differences.put(pair, "missing " + missing + ", added " + added);
            }
        }
        return differences;
    }

    private static List<String> without(@Nullable List<String> matches, @Nullable List<String> others) {
        List<String> rest = new ArrayList<>(matches == null ? List.of() : matches);
        (others == null ? List.<String>of() : others).forEach(rest::remove);
        return rest;
    }
}
