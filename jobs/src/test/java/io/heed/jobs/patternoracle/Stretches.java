package io.heed.jobs.patternoracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;

/** Draws how a run is disturbed. */
final class Stretches {
    private static final List<List<Integer>> RESCALINGS = List.of(List.of(1, 2, 4), List.of(4, 1), List.of(2, 3, 1));

    private final Random random;
    private final int steps;
    private final boolean rocksDb;

    private Stretches(Random random, int steps, boolean rocksDb) {
        this.random = random;
        this.steps = steps;
        this.rocksDb = rocksDb;
    }

    static List<Stretch> draw(
            Random random, Disturbance disturbance, SortedSet<String> patterns, int steps, boolean rocksDb) {
        Stretches drawn = new Stretches(random, steps, rocksDb);
        int parallelism = 1 + random.nextInt(2);
        return switch (disturbance) {
            case NONE -> drawn.same(patterns, List.of(parallelism), 0);
            case CRASH -> drawn.same(patterns, List.of(parallelism, parallelism), 20);
            case RESCALING -> drawn.same(patterns, RESCALINGS.get(random.nextInt(RESCALINGS.size())), 0);
            case CHANGE -> drawn.changed(patterns, parallelism);
        };
    }

    private List<Stretch> same(SortedSet<String> patterns, List<Integer> parallelisms, int crashWithin) {
        List<Integer> cuts = cuts(parallelisms.size());
        List<Stretch> stretches = new ArrayList<>();
        for (int i = 0; i < parallelisms.size(); i++) {
            int crashAfter = crashWithin == 0 ? 0 : random.nextInt(crashWithin);
            stretches.add(new Stretch(cuts.get(i), patterns, parallelisms.get(i), rocksDb, crashAfter));
        }
        return stretches;
    }

    /** Each pattern lives from one stretch to another; the first lives through all. */
    private List<Stretch> changed(SortedSet<String> patterns, int parallelism) {
        List<SortedSet<String>> living = List.of(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        for (String pattern : patterns) {
            boolean whole = pattern.equals(patterns.first());
            int from = whole ? 0 : Math.max(0, random.nextInt(4) - 1);
            int to = whole ? 2 : Math.max(from, random.nextInt(4) - 1);
            living.subList(from, to + 1).forEach(names -> names.add(pattern));
        }
        List<Integer> cuts = cuts(living.size());
        List<Stretch> stretches = new ArrayList<>();
        for (int i = 0; i < living.size(); i++) {
            boolean otherBackend = rocksDb && random.nextInt(3) == 0;
            stretches.add(new Stretch(cuts.get(i), living.get(i), parallelism, rocksDb && !otherBackend, 0));
        }
        return stretches;
    }

    private List<Integer> cuts(int count) {
        SortedSet<Integer> cuts = new TreeSet<>(List.of(0));
        while (cuts.size() < count) {
            cuts.add(1 + random.nextInt(steps - 1));
        }
        return List.copyOf(cuts);
    }
}
