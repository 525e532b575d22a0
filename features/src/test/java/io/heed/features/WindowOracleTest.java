package io.heed.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.events.CareEvent;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.timeline.SharedHistory;
import io.heed.events.yaml.Durations;
import io.heed.features.window.Aggregate;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Every aggregate over every kind of window, against the obvious way to work it out from all events. A value must be that
 * of exactly the window, or where the feature states a bound, of a window that is longer by no more than the bound.
 */
class WindowOracleTest {
    private static final String TYPES = """
            event-types:
              thing.happened:
                fields:
                  account: {type: text, reference: account}
                  amount: {type: number}
                  kind: {type: text}
                  when: {type: time}
              mark.set:
                fields:
                  account: {type: text, reference: account}
                  amount: {type: number}
                  kind: {type: text}
                  when: {type: time}
            """;
    private static final long START = 1_700_000_000_000L;
    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final long LONGEST = 180 * DAY;
    private static final long HALF_LIFE = DAY;
    /** No multiple of a part, so that no mean of amounts is turned or not by a rounding alone. */
    private static final double BY = 5.1;
    /** Amounts are whole multiples of one part in so many, so that they can be added up without rounding. */
    private static final int PARTS = 64;
    /** The least windows, those at which tiles become wider, those of everyday, and odd ones beside them. */
    private static final List<String> WINDOWS = List.of(
            "1m", "5m", "24m", "25m", "1h", "2h", "121m", "6h", "361m", "12h", "24h", "1441m", "47h", "2d", "3d", "6d",
            "145h", "7d", "12d", "289h", "24d", "577h", "30d", "31d", "48d", "1153h", "60d", "90d", "96d", "2305h",
            "179d", "180d");

    private static final List<Declared> DECLARED = declared();

    private record Declared(
            String name,
            Aggregate aggregate,
            long windowMillis,
            int last,
            boolean since,
            boolean grouped,
            boolean where,
            boolean at,
            boolean exact) {
        String yaml() {
            StringBuilder yaml = new StringBuilder("  " + name + ":\n    description: d\n    unit: d\n");
            yaml.append("    events: [thing.happened]\n    aggregate: ")
                    .append(aggregate.text())
                    .append('\n');
            if (aggregate.takes() != Aggregate.Takes.NOTHING) {
                yaml.append("    value: ").append(aggregate == Aggregate.DISTINCT ? "event.kind\n" : "event.amount\n");
            }
            yaml.append(windowMillis > 0 ? "    window: " + windowMillis / 1_000 + "s\n" : "");
            yaml.append(last > 0 ? "    last: " + last + "\n" : "");
            yaml.append(since ? "    since: mark.set\n" : "");
            yaml.append(grouped ? "    group: account\n" : "");
            yaml.append(where ? "    where: event.amount > 0.0\n" : "");
            yaml.append(at ? "    at: event.when\n" : "");
            yaml.append(exact ? "    exact: always\n" : "");
            yaml.append(aggregate.decays() ? "    half-life: 24h\n" : "");
            yaml.append(aggregate.isOfTurns() ? "    by: " + BY + "\n" : "");
            return yaml.toString();
        }

        long timeMillis(CareEvent event) {
            return at ? (Long) Objects.requireNonNull(event.value("when")) : event.timeMillis();
        }
    }

    private static List<Declared> declared() {
        List<Declared> all = new ArrayList<>();
        for (Aggregate aggregate : Aggregate.values()) {
            if (aggregate.isOfOpenThings()) {
                continue;
            }
            for (String window : WINDOWS) {
                int last = aggregate.isOfTurns() ? 40 : 0;
                all.add(plain(all.size(), aggregate, Durations.parseMillis(window), last, false));
            }
            for (String window : List.of("", "1h", "47h", "180d")) {
                for (int last : new int[] {aggregate.isOfTurns() ? 12 : 0, 3, 90}) {
                    long millis = window.isEmpty() ? 0 : Durations.parseMillis(window);
                    all.add(plain(all.size(), aggregate, millis, last, true));
                    if (last > 0 || (millis == 0 && !aggregate.needsBound())) {
                        all.add(plain(all.size(), aggregate, millis, last, false));
                    }
                }
            }
        }
        return all;
    }

    private static Declared plain(int number, Aggregate aggregate, long windowMillis, int last, boolean since) {
        boolean where = number % 3 == 1;
        boolean at = number % 7 == 1;
        return new Declared(
                "f" + number, aggregate, windowMillis, last, since, number % 4 == 1, where, at, number % 5 == 1);
    }

    private static String features() {
        StringBuilder yaml = new StringBuilder("features:\n");
        DECLARED.forEach(declared -> yaml.append(declared.yaml()));
        return yaml.toString();
    }

    private static final EventCatalogue CATALOGUE = EventCatalogue.load(FeatureBench.workspace(TYPES, features()));
    private static final FeatureDefinitions DEFINITIONS =
            FeatureDefinitions.load(FeatureBench.workspace(TYPES, features()), CATALOGUE);

    private final List<CareEvent> observed = new ArrayList<>();

    @Property(tries = 12)
    void equalsBruteForceOverRandomStreams(@ForAll Random random) {
        FeatureBench bench = new FeatureBench(CATALOGUE, DEFINITIONS, SharedHistory.EMPTY);
        observed.clear();
        long clock = START;
        int size = 20 + random.nextInt(900);
        long unit = random.nextBoolean() ? 1_000 : 1;
        int denser = List.of(1, 1, 20, 400).get(random.nextInt(4));
        for (int i = 0; i < size; i++) {
            clock += step(random) / denser / unit * unit;
            boolean late = random.nextInt(5) == 0;
            long lateMillis =
                    (long) (random.nextDouble() * random.nextDouble() * random.nextDouble() * 100 * DAY / denser);
            long time = late ? clock - lateMillis / unit * unit : clock;
            CareEvent event = bench.event(
                    random.nextInt(8) == 0 ? "mark.set" : "thing.happened", time, clock, fields(random, time));
            if (!late) {
                bench.handleDue(clock);
                if (random.nextInt(50) == 0) {
                    compare(bench.at(clock, event), event, clock);
                }
            }
            bench.observe(event);
            observed.add(event);
            if (random.nextInt(40) == 0) {
                bench.restartWith(DEFINITIONS);
            }
        }
        long later = clock + (long) (random.nextDouble() * random.nextDouble() * 200 * DAY / denser);
        bench.handleDue(later);
        compare(bench.at(later, observed.get(0)), observed.get(0), later);
    }

    @Example
    void everyAggregateIsCompared() {
        Set<Aggregate> compared = new HashSet<>();
        DECLARED.forEach(declared -> compared.add(declared.aggregate()));
        assertThat(compared).hasSize(Aggregate.values().length - 2);
    }

    private static long step(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> 0;
            case 1 -> random.nextInt(60_000);
            case 2, 3 -> random.nextInt(3_600_000);
            case 4 -> random.nextInt(86_400_000);
            default -> random.nextInt(40) == 0 ? random.nextInt(100) * 86_400_000L : 60_000;
        };
    }

    private static Map<String, Object> fields(Random random, long timeMillis) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("when", random.nextInt(4) > 0 ? timeMillis : timeMillis + (random.nextInt(40) - 30) * HOUR);
        if (random.nextInt(10) > 0) {
            fields.put("account", random.nextInt(5) > 0 ? "A" : "B");
        }
        if (random.nextInt(10) > 0) {
            boolean common = random.nextInt(3) > 0;
            fields.put(
                    "amount",
                    common ? (random.nextInt(200) - 50) / 4.0 : Math.rint(random.nextGaussian() * PARTS) / PARTS);
        }
        if (random.nextInt(10) > 0) {
            fields.put("kind", "k" + random.nextInt(random.nextInt(4) > 0 ? 4 : 400));
        }
        return fields;
    }

    private void compare(FeatureView view, CareEvent atHand, long now) {
        for (Declared declared : DECLARED) {
            double actual = view.value(declared.name());
            if (declared.grouped() && atHand.text("account") == null) {
                assertThat(actual).as(declared.yaml()).isNaN();
                continue;
            }
            List<CareEvent> before = before(declared, atHand, now);
            long from = fromMillis(declared, atHand, now);
            long bound = DEFINITIONS.require(declared.name()).overInclusionMillis();
            assertThat(bound == 0 || bound * 20 < (declared.windowMillis() > 0 ? declared.windowMillis() : LONGEST))
                    .isTrue();
            boolean found = equals(declared, actual, before, from, now);
            for (CareEvent older : before) {
                long time = declared.timeMillis(older);
                found |= time < from && time >= from - bound && equals(declared, actual, before, time, now);
            }
            assertThat(found)
                    .as("%s at %s: %s, and not %s", declared.yaml(), now, actual, values(declared, before, from, now))
                    .isTrue();
        }
    }

    /** All that a feature could ever count, oldest first; of equal times as they were observed. */
    private List<CareEvent> before(Declared declared, CareEvent atHand, long now) {
        List<CareEvent> before = new ArrayList<>(observed);
        before.removeIf(event -> !event.type().name().equals("thing.happened")
                || declared.timeMillis(event) >= now
                || (declared.grouped() && !Objects.equals(atHand.text("account"), event.text("account")))
                || (declared.where() && !(event.number("amount") > 0))
                || isWithoutValue(declared.aggregate(), event));
        before.sort(Comparator.comparingLong(declared::timeMillis)); // stable
        return before;
    }

    private long fromMillis(Declared declared, CareEvent atHand, long now) {
        long from = declared.windowMillis() > 0 ? now - declared.windowMillis() : Long.MIN_VALUE;
        if (!declared.since()) {
            return from;
        }
        from = Math.max(from, now - LONGEST);
        for (CareEvent event : observed) {
            boolean isMark = event.type().name().equals("mark.set")
                    && event.timeMillis() < now
                    && (!declared.grouped() || Objects.equals(atHand.text("account"), event.text("account")));
            from = isMark ? Math.max(from, event.timeMillis()) : from;
        }
        return from;
    }

    private static boolean isWithoutValue(Aggregate aggregate, CareEvent event) {
        return switch (aggregate.takes()) {
            case NOTHING -> false;
            case NUMBER -> event.value("amount") == null;
            case NUMBER_OR_TEXT -> event.value("kind") == null;
        };
    }

    private static Window values(Declared declared, List<CareEvent> before, long from, long now) {
        List<CareEvent> within = before.stream()
                .filter(event -> declared.timeMillis(event) >= from)
                .toList();
        int surplus = declared.last() == 0 ? 0 : Math.max(0, within.size() - declared.last());
        List<CareEvent> counted = within.subList(surplus, within.size());
        return new Window(
                counted.stream().mapToLong(declared::timeMillis).toArray(),
                counted.stream().mapToDouble(event -> event.number("amount")).toArray(),
                (int) counted.stream()
                        .map(event -> event.text("kind"))
                        .distinct()
                        .count(),
                now);
    }

    private static boolean equals(Declared declared, double actual, List<CareEvent> before, long from, long now) {
        return values(declared, before, from, now).gives(declared.aggregate(), actual);
    }

    /** What lies in a window. */
    private static final class Window {
        private static final double EPSILON = Math.ulp(1.0);

        private final long[] times;
        private final double[] values;
        private final int kinds;
        private final long now;

        Window(long[] times, double[] values, int kinds, long now) {
            this.times = times;
            this.values = values;
            this.kinds = kinds;
            this.now = now;
        }

        @Override
        public String toString() {
            return Arrays.toString(times) + " " + Arrays.toString(values) + " " + kinds;
        }

        /** Whether a value is that of an aggregate, but for what rounding may do at worst to data such as these. */
        boolean gives(Aggregate aggregate, double actual) {
            int n = times.length;
            if (n == 0 && aggregate != Aggregate.COUNT && aggregate != Aggregate.SUM) {
                boolean isZero = aggregate == Aggregate.DECAYED_SUM || aggregate == Aggregate.DISTINCT;
                return isZero ? actual == 0 : Double.isNaN(actual);
            }
            double rounding =
                    4 * n * EPSILON * Arrays.stream(values).map(Math::abs).sum();
            return switch (aggregate) {
                case COUNT -> actual == n;
                case SUM -> Math.abs(actual - sum()) <= rounding;
                case MEAN -> Math.abs(actual - sum() / n) <= rounding;
                case MIN -> actual == Arrays.stream(values).min().orElseThrow();
                case MAX -> actual == Arrays.stream(values).max().orElseThrow();
                case DEVIATION -> Math.abs(actual * actual - variance()) <= 4 * n * EPSILON * squares() / n;
                case SLOPE -> givesSlope(actual);
                case DECAYED_SUM ->
                    Math.abs(actual - decayed()) <= rounding * (1 + (now - times[0]) / (double) HALF_LIFE);
                case DECAYED_MEAN -> Math.abs(actual - decayedMean(n)) <= meanRounding();
                case TURN -> actual == direction(turns());
                case TIME_SINCE_TURN -> givesTimeSince(turns(), actual);
                case DISTINCT -> actual == kinds;
                case LAST -> actual == values[n - 1];
                case FIRST -> actual == values[0];
                case TIME_SINCE -> actual == (now - times[n - 1]) / (double) DAY;
                case TIME_SINCE_FIRST -> actual == (now - times[0]) / (double) DAY;
                case OPEN_COUNT, OPEN_TIME -> throw new AssertionError("not compared here");
            };
        }

        /** All values are multiples of one part, so that their sum has no rounding. */
        private double sum() {
            return Arrays.stream(values).sum();
        }

        private double squares() {
            return Arrays.stream(values).map(value -> value * value).sum();
        }

        private double variance() {
            double mean = sum() / values.length;
            return Arrays.stream(values)
                            .map(value -> (value - mean) * (value - mean))
                            .sum()
                    / values.length;
        }

        private double decayed() {
            double sum = 0;
            for (int i = 0; i < times.length; i++) {
                sum += values[i] * Math.pow(0.5, (double) (now - times[i]) / HALF_LIFE);
            }
            return sum;
        }

        /** The decayed mean of the first so many entries, as of the last of them. */
        private double decayedMean(int entries) {
            double sum = 0;
            double weights = 0;
            for (int i = 0; i < entries; i++) {
                double weight = Math.pow(0.5, (double) (times[entries - 1] - times[i]) / HALF_LIFE);
                sum += values[i] * weight;
                weights += weight;
            }
            return sum / weights;
        }

        private double meanRounding() {
            double largest = Arrays.stream(values).map(Math::abs).max().orElseThrow();
            return 8 * EPSILON * largest * (times.length + (times[times.length - 1] - times[0]) / (double) HALF_LIFE);
        }

        /** The entries at which the mean turns, by the words of the guide: upwards as n + 1, downwards as -(n + 1). */
        private List<Integer> turns() {
            double[] means = new double[times.length];
            for (int i = 0; i < means.length; i++) {
                means[i] = decayedMean(i + 1);
            }
            List<Integer> turns = new ArrayList<>();
            for (int i = 0; i < means.length; i++) {
                int before = turns.isEmpty() ? 0 : turns.get(turns.size() - 1);
                double[] since = Arrays.copyOfRange(means, Math.max(0, Math.abs(before) - 1), i + 1);
                boolean rose = means[i] - Arrays.stream(since).min().orElseThrow() >= BY;
                boolean fell = Arrays.stream(since).max().orElseThrow() - means[i] >= BY;
                if (rose && before <= 0) {
                    turns.add(i + 1);
                } else if (fell && before >= 0) {
                    turns.add(-(i + 1));
                }
            }
            return turns;
        }

        private static double direction(List<Integer> turns) {
            return turns.isEmpty() ? 0 : Integer.signum(turns.get(turns.size() - 1));
        }

        private boolean givesTimeSince(List<Integer> turns, double actual) {
            return turns.isEmpty()
                    ? Double.isNaN(actual)
                    : actual == (now - times[Math.abs(turns.get(turns.size() - 1)) - 1]) / (double) DAY;
        }

        /**
         * The exact slope, by whole numbers. It is reckoned from times that are days since the first entry, so that each
         * may be off by a rounding of the whole span, and from values that may be off by a rounding of the largest; what
         * such errors do to the slope follows from its derivatives.
         */
        private boolean givesSlope(double actual) {
            BigInteger n = BigInteger.valueOf(times.length);
            BigInteger t = BigInteger.ZERO;
            BigInteger y = BigInteger.ZERO;
            BigInteger tt = BigInteger.ZERO;
            BigInteger ty = BigInteger.ZERO;
            for (int i = 0; i < times.length; i++) {
                BigInteger time = BigInteger.valueOf(times[i] - times[0]);
                BigInteger value = BigInteger.valueOf((long) (values[i] * PARTS));
                t = t.add(time);
                y = y.add(value);
                tt = tt.add(time.multiply(time));
                ty = ty.add(time.multiply(value));
            }
            BigInteger divisor = n.multiply(tt).subtract(t.multiply(t));
            if (divisor.signum() == 0) {
                return Double.isNaN(actual);
            }
            double scale = (double) DAY / PARTS;
            double exact = n.multiply(ty).subtract(t.multiply(y)).doubleValue() / divisor.doubleValue() * scale;
            return Math.abs(actual - exact) <= slopeRounding(exact, t.doubleValue() / times.length / DAY);
        }

        private double slopeRounding(double slope, double meanDays) {
            double mean = sum() / values.length;
            double span = (double) (times[times.length - 1] - times[0]) / DAY;
            double largest = Arrays.stream(values).map(Math::abs).max().orElseThrow();
            double off = 0;
            double squared = 0;
            double valuesOff = 0;
            for (int i = 0; i < times.length; i++) {
                double days = (double) (times[i] - times[0]) / DAY - meanDays;
                off += Math.abs(days);
                squared += days * days;
                valuesOff += Math.abs(values[i] - mean);
            }
            double byTimes = span * (valuesOff + 2 * Math.abs(slope) * off);
            return 8 * times.length * EPSILON * (byTimes + largest * off) / squared;
        }
    }
}
