package io.heed.jobs.backtest;

import io.heed.jobs.backtest.Happening.Identity;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the old and the new side gave of one pattern or play. Two happenings are the same where customer and first event
 * are, whenever they came true; of several with the same first event the earliest of one side go with the earliest of
 * the other.
 *
 * @param same what both sides gave
 * @param lost what only the old side gave, by time
 * @param gained what only the new side gave, by time
 */
public record Comparison(List<Pair> same, List<Happening> lost, List<Happening> gained) {
    /** One happening as both sides gave it. */
    public record Pair(Happening before, Happening after) {
        /** How much later the new side gave it; below 0 where it gave it earlier. */
        public long laterMillis() {
            return after.timeMillis() - before.timeMillis();
        }
    }

    /**
     * A customer of one side.
     *
     * @param firstMillis when the first of the customer's happenings came
     * @param count how many there are
     * @param sentence the reason of the first
     */
    public record Customer(String customer, long firstMillis, int count, String sentence) {}

    /** Copies the lists. */
    public Comparison {
        same = List.copyOf(same);
        lost = List.copyOf(lost);
        gained = List.copyOf(gained);
    }

    /** Compares two sides, each by time. */
    static Comparison of(List<Happening> before, List<Happening> after) {
        Map<Identity, Deque<Happening>> unpaired = new HashMap<>();
        before.forEach(happening -> unpaired.computeIfAbsent(happening.identity(), key -> new ArrayDeque<>())
                .add(happening));
        List<Pair> same = new ArrayList<>();
        List<Happening> gained = new ArrayList<>();
        for (Happening happening : after) {
            Deque<Happening> earlier = unpaired.getOrDefault(happening.identity(), new ArrayDeque<>());
            if (earlier.isEmpty()) {
                gained.add(happening);
            } else {
                same.add(new Pair(earlier.remove(), happening));
            }
        }
        List<Happening> lost = unpaired.values().stream()
                .flatMap(Deque::stream)
                .sorted(Happening.BY_TIME)
                .toList();
        return new Comparison(same, lost, gained);
    }

    /** How many the old side gave. */
    public int before() {
        return same.size() + lost.size();
    }

    /** How many the new side gave. */
    public int after() {
        return same.size() + gained.size();
    }

    /** Whether both sides gave the same at the same times. */
    public boolean isUnchanged() {
        return lost.isEmpty() && gained.isEmpty() && same.stream().allMatch(pair -> pair.laterMillis() == 0);
    }

    /** Every happening of the old side. */
    public List<Happening> allBefore() {
        List<Happening> all = new ArrayList<>(lost);
        same.forEach(pair -> all.add(pair.before()));
        return all;
    }

    /** Every happening of the new side. */
    public List<Happening> allAfter() {
        List<Happening> all = new ArrayList<>(gained);
        same.forEach(pair -> all.add(pair.after()));
        return all;
    }

    /** The customers who have something on the new side alone, by the time of their first. */
    public List<Customer> customersGained() {
        return customers(gained, names(allBefore()));
    }

    /** The customers who have something on the old side alone, by the time of their first. */
    public List<Customer> customersLost() {
        return customers(lost, names(allAfter()));
    }

    /** How much later the new side gave what is the same in both: the median, 0 where nothing is the same. */
    public long medianLaterMillis() {
        List<Long> shifts = same.stream().map(Pair::laterMillis).sorted().toList();
        return shifts.isEmpty() ? 0 : shifts.get(shifts.size() / 2);
    }

    private static List<Customer> customers(List<Happening> happenings, Set<String> known) {
        Map<String, List<Happening>> byCustomer = new TreeMap<>();
        happenings.stream()
                .filter(happening -> !known.contains(happening.customer()))
                .forEach(happening -> byCustomer
                        .computeIfAbsent(happening.customer(), key -> new ArrayList<>())
                        .add(happening));
        return byCustomer.values().stream()
                .sorted((one, other) -> Happening.BY_TIME.compare(one.get(0), other.get(0)))
                .map(of -> new Customer(
                        of.get(0).customer(),
                        of.get(0).timeMillis(),
                        of.size(),
                        of.get(0).sentence()))
                .toList();
    }

    private static Set<String> names(List<Happening> happenings) {
        return happenings.stream().map(Happening::customer).collect(Collectors.toSet());
    }
}
