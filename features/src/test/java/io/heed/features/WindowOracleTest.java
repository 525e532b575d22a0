package io.heed.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.heed.events.CareEvent;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.timeline.SharedHistory;
import io.heed.events.yaml.Durations;
import io.heed.features.window.Aggregate;
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

/** Every aggregate over every kind of window, against the obvious way to work it out from all events. */
class WindowOracleTest {
    private static final String TYPES = """
            event-types:
              thing.happened:
                fields:
                  account: {type: text, reference: account}
                  amount: {type: number}
                  kind: {type: text}
              mark.set:
                fields:
                  account: {type: text, reference: account}
                  amount: {type: number}
                  kind: {type: text}
            """;
    private static final long START = 1_700_000_000_000L;
    private static final long HALF_LIFE = 86_400_000;
    private static final List<String> WINDOWS = List.of("", "1m", "47h", "7d", "180d");
    private static final List<Declared> DECLARED = declared();

    private record Declared(
            String name,
            Aggregate aggregate,
            long windowMillis,
            int last,
            boolean since,
            boolean grouped,
            boolean where) {
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
            yaml.append(aggregate == Aggregate.DECAYED_SUM ? "    half-life: 24h\n" : "");
            return yaml.toString();
        }
    }

    private static List<Declared> declared() {
        List<Declared> all = new ArrayList<>();
        for (Aggregate aggregate : Aggregate.values()) {
            if (aggregate.isOfOpenThings()) {
                continue;
            }
            for (String window : WINDOWS) {
                for (int last : new int[] {0, 3, 40}) {
                    for (boolean since : new boolean[] {false, true}) {
                        long millis = window.isEmpty() ? 0 : Durations.parseMillis(window);
                        if (millis > 0 || last > 0 || since || !aggregate.needsBound()) {
                            boolean odd = all.size() % 2 == 1;
                            boolean third = all.size() % 3 == 1;
                            all.add(new Declared("f" + all.size(), aggregate, millis, last, since, odd, third));
                        }
                    }
                }
            }
        }
        return all;
    }

    private static String features() {
        StringBuilder yaml = new StringBuilder("features:\n");
        DECLARED.forEach(declared -> yaml.append(declared.yaml()));
        return yaml.toString();
    }

    private final FeatureDefinitions definitions = FeatureDefinitions.load(
            FeatureBench.workspace(TYPES, features()), EventCatalogue.load(FeatureBench.workspace(TYPES, features())));

    @Property(tries = 15)
    void equalsBruteForceOverRandomStreams(@ForAll Random random) {
        FeatureBench bench = new FeatureBench(
                EventCatalogue.load(FeatureBench.workspace(TYPES, features())), definitions, SharedHistory.EMPTY);
        List<CareEvent> observed = new ArrayList<>();
        long clock = START;
        int size = 20 + random.nextInt(150);
        for (int i = 0; i < size; i++) {
            clock += step(random);
            boolean late = random.nextInt(5) == 0;
            long time = late ? clock - (long) (random.nextDouble() * random.nextDouble() * 100 * HALF_LIFE) : clock;
            CareEvent event =
                    bench.event(random.nextInt(8) == 0 ? "mark.set" : "thing.happened", time, clock, fields(random));
            if (!late) {
                bench.handleDue(clock);
                if (random.nextInt(4) == 0) {
                    compare(bench.at(clock, event), observed, event, clock);
                }
            }
            bench.observe(event);
            observed.add(event);
            if (random.nextInt(40) == 0) {
                bench.restartWith(definitions);
            }
        }
        long later = clock + (long) (random.nextDouble() * 200 * HALF_LIFE);
        bench.handleDue(later);
        compare(bench.at(later, observed.get(0)), observed, observed.get(0), later);
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

    private static Map<String, Object> fields(Random random) {
        Map<String, Object> fields = new HashMap<>();
        if (random.nextInt(10) > 0) {
            fields.put("account", random.nextBoolean() ? "A" : "B");
        }
        if (random.nextInt(10) > 0) {
            fields.put("amount", random.nextInt(3) == 0 ? random.nextGaussian() : (random.nextInt(200) - 50) / 4.0);
        }
        if (random.nextInt(10) > 0) {
            fields.put("kind", "k" + random.nextInt(4));
        }
        return fields;
    }

    private static void compare(FeatureView view, List<CareEvent> observed, CareEvent atHand, long now) {
        for (Declared declared : DECLARED) {
            double expected = expected(declared, observed, atHand, now);
            double actual = view.value(declared.name());
            if (Double.isNaN(expected)) {
                assertThat(actual).as(declared.yaml()).isNaN();
            } else {
                double share =
                        declared.aggregate() == Aggregate.SLOPE ? 1e-7 : 1e-9; // a slope is a ratio of differences
                assertThat(actual).as(declared.yaml()).isCloseTo(expected, within(share * (1 + Math.abs(expected))));
            }
        }
    }

    private static double expected(Declared declared, List<CareEvent> observed, CareEvent atHand, long now) {
        String account = atHand.text("account");
        if (declared.grouped() && account == null) {
            return Double.NaN;
        }
        List<CareEvent> before = new ArrayList<>(observed);
        before.removeIf(event -> event.timeMillis() >= now);
        before.removeIf(event -> declared.grouped() && !Objects.equals(account, event.text("account")));
        before.sort(Comparator.comparingLong(CareEvent::timeMillis)); // stable: equal times as they were observed
        long from = declared.windowMillis() > 0 ? now - declared.windowMillis() : Long.MIN_VALUE;
        if (declared.since()) {
            from = Math.max(from, now - 180 * HALF_LIFE);
            for (CareEvent event : before) {
                from = event.type().name().equals("mark.set") ? Math.max(from, event.timeMillis()) : from;
            }
        }
        long fromMillis = from;
        before.removeIf(event -> event.timeMillis() < fromMillis
                || !event.type().name().equals("thing.happened")
                || (declared.where() && !(event.number("amount") > 0))
                || isWithoutValue(declared.aggregate(), event));
        int surplus = declared.last() == 0 ? 0 : Math.max(0, before.size() - declared.last());
        return aggregate(declared.aggregate(), before.subList(surplus, before.size()), now);
    }

    private static boolean isWithoutValue(Aggregate aggregate, CareEvent event) {
        return switch (aggregate.takes()) {
            case NOTHING -> false;
            case NUMBER -> event.value("amount") == null;
            case NUMBER_OR_TEXT -> event.value("kind") == null;
        };
    }

    private static double aggregate(Aggregate aggregate, List<CareEvent> events, long now) {
        int n = events.size();
        double[] values =
                events.stream().mapToDouble(event -> event.number("amount")).toArray();
        double[] days = events.stream()
                .mapToDouble(event -> (event.timeMillis() - START) / 86_400_000.0)
                .toArray();
        double mean = mean(values);
        return switch (aggregate) {
            case COUNT -> n;
            case SUM -> sum(values);
            case MEAN -> mean;
            case MIN -> Arrays.stream(values).min().orElse(Double.NaN);
            case MAX -> Arrays.stream(values).max().orElse(Double.NaN);
            case DEVIATION -> n == 0 ? Double.NaN : Math.sqrt(products(values, values) / n);
            case SLOPE -> n > 0 && days[0] < days[n - 1] ? products(days, values) / products(days, days) : Double.NaN;
            case DECAYED_SUM -> decayed(events, now);
            case DISTINCT ->
                events.stream().map(event -> event.text("kind")).distinct().count();
            case LAST -> n == 0 ? Double.NaN : values[n - 1];
            case FIRST -> n == 0 ? Double.NaN : values[0];
            case TIME_SINCE -> n == 0 ? Double.NaN : (now - START) / 86_400_000.0 - days[n - 1];
            case TIME_SINCE_FIRST -> n == 0 ? Double.NaN : (now - START) / 86_400_000.0 - days[0];
            case OPEN_COUNT, OPEN_TIME -> throw new AssertionError("not compared here");
        };
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    private static double mean(double[] values) {
        return values.length == 0 ? Double.NaN : sum(values) / values.length;
    }

    private static double products(double[] some, double[] others) {
        double sum = 0;
        for (int i = 0; i < some.length; i++) {
            sum += (some[i] - mean(some)) * (others[i] - mean(others));
        }
        return sum;
    }

    private static double decayed(List<CareEvent> events, long now) {
        double sum = 0;
        for (CareEvent event : events) {
            sum += event.number("amount") * Math.pow(0.5, (double) (now - event.timeMillis()) / HALF_LIFE);
        }
        return sum;
    }
}
