package io.heed.jobs.patternoracle;

import io.heed.patterns.flink.RandomPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Some random patterns over the random events of some customers, and what happens to the job meanwhile.
 *
 * @param endMillis when every window has ended
 */
record Trial(SortedMap<String, RandomPattern> patterns, List<Step> steps, List<Stretch> stretches, long endMillis) {
    static final int PATTERNS = 5;
    static final int CUSTOMERS = 4;
    static final int PAIRS = PATTERNS * CUSTOMERS;
    private static final long LONGEST_WINDOW_MILLIS = 30;

    static Trial draw(long seed, Disturbance disturbance, boolean rocksDb) {
        Random random = new Random(seed);
        List<String> customers = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            customers.add("customer-" + random.nextInt(100) + "-" + i);
        }
        SortedMap<String, RandomPattern> patterns = new TreeMap<>();
        for (int i = 0; i < PATTERNS; i++) {
            patterns.put("p" + i, new RandomPattern(random));
        }
        List<Step> steps = RandomArrivals.draw(random, customers);
        long last = steps.stream().mapToLong(Step::timeMillis).max().orElse(0);
        List<Stretch> stretches =
                Stretches.draw(random, disturbance, new TreeSet<>(patterns.keySet()), steps.size(), rocksDb);
        return new Trial(patterns, steps, stretches, last + LONGEST_WINDOW_MILLIS);
    }

    /** Up to when all had been handled when a pattern was added: it sees what is later than this. */
    long addedMillis(String pattern) {
        return stretches.stream()
                .filter(stretch -> stretch.patterns().contains(pattern))
                .mapToLong(this::startMillis)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** Up to when all had been handled when a pattern was removed: it gives nothing later than this. */
    long removedMillis(String pattern) {
        Stretch last = stretches.get(stretches.size() - 1);
        for (Stretch stretch : stretches) {
            last = stretch.patterns().contains(pattern) ? stretch : last;
        }
        int next = stretches.indexOf(last) + 1;
        return next == stretches.size() ? Long.MAX_VALUE : startMillis(stretches.get(next));
    }

    /** A pattern in Heed's words. */
    String yaml(String pattern) {
        return Objects.requireNonNull(patterns.get(pattern)).yaml(pattern);
    }

    private long startMillis(Stretch stretch) {
        return Step.passedMillis(steps.subList(0, stretch.firstStep()));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("stretches " + stretches + "\nsteps " + steps + "\n");
        patterns.keySet().forEach(pattern -> text.append(yaml(pattern)));
        return text.toString();
    }
}
