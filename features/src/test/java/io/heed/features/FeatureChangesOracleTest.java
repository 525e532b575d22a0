package io.heed.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.events.CareEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Features come and go at random, by changes and by restarts with other workspaces. Whenever a feature says that it is
 * complete, its value is that of a stage that had all features from the beginning.
 */
class FeatureChangesOracleTest {
    private static final long START = 1_767_225_600_000L;
    private static final long HOUR = 3_600_000;
    private static final String TYPES = """
            event-types:
              thing.happened:
                {description: d, fields: {account: {type: text}, amount: {type: number}, thing: {type: text}}}
              thing.ended: {description: d, fields: {account: {type: text}, thing: {type: text}}}
              mark.set: {description: d, fields: {account: {type: text}}}
            """;
    private static final Map<String, String> DECLARED = declared();

    private final Set<String> inForce = new TreeSet<>();
    private int begun;
    private int compared;
    private int incomplete;

    private static Map<String, String> declared() {
        Map<String, String> all = new LinkedHashMap<>();
        for (String aggregate : List.of("count", "sum", "max", "last", "time-since")) {
            for (String bound : List.of(
                    "window: 2h",
                    "window: 3d",
                    "window: 20d",
                    "window: 5d, last: 3",
                    "window: 9d, since: mark.set",
                    "")) {
                boolean needsBound = !aggregate.equals("last") && !aggregate.equals("time-since");
                if (!bound.isEmpty() || !needsBound) {
                    boolean counts = aggregate.equals("count") || aggregate.equals("time-since");
                    String value = counts ? "" : ", value: event.amount";
                    String where = all.size() % 2 == 0 ? "" : ", where: event.amount > 10.0";
                    String group = all.size() % 3 == 0 ? ", group: account" : "";
                    String name = "f" + all.size();
                    all.put(
                            name,
                            "{description: d, unit: h, events: [thing.happened], aggregate: " + aggregate + value
                                    + where + group + (bound.isEmpty() ? "" : ", " + bound) + "}");
                }
            }
        }
        for (String one : List.of(
                "count",
                "sum, value: event.amount",
                "mean, value: event.amount",
                "min, value: event.amount",
                "max, value: event.amount * 2.0",
                "distinct, value: event.thing",
                "max, value: event.amount, exact: always",
                "decayed-mean, value: event.amount, half-life: 7h",
                "turn, value: event.amount, half-life: 7h, by: 5.1, last: 10")) {
            for (String window : List.of("6h", "4d", "12d")) {
                String name = "f" + all.size();
                all.put(
                        name,
                        "{description: d, unit: h, events: [thing.happened], aggregate: " + one + ", window: " + window
                                + "}");
            }
        }
        all.put(
                "open",
                "{description: d, unit: h, events: [thing.happened], until: [thing.ended], key: thing,"
                        + " aggregate: open-count, window: 4d}");
        all.put("derived", "{description: d, unit: h, expression: features.f0 + features.f1}");
        return all;
    }

    @Property(tries = 15)
    void whatIsCompleteEqualsWhatWasThereFromTheBeginning(@ForAll Random random) {
        FeatureBench whole = FeatureBench.of(TYPES, features(DECLARED.keySet()));
        Set<String> first = some(random);
        FeatureBench changed = FeatureBench.of(TYPES, features(first));
        inForce.clear();
        inForce.addAll(first);
        long clock = START;
        long pace = random.nextBoolean() ? 3 * HOUR : HOUR / 4;
        for (int i = 0; i < 400; i++) {
            clock += random.nextInt(20) == 0 ? random.nextInt(72) * HOUR : random.nextInt((int) pace);
            whole.handleDue(clock);
            changed.handleDue(clock);
            if (random.nextInt(12) == 0) {
                change(changed, clock, random);
            }
            boolean late = random.nextInt(6) == 0;
            long time = late ? clock - (long) (random.nextDouble() * 48 * HOUR) : clock;
            String type = type(random);
            CareEvent event = whole.event(type, time, clock, fields(type, random));
            if (!late) {
                compare(whole.at(clock, event), changed, event, clock);
            }
            whole.observe(event, clock);
            changed.observe(event, clock);
        }
    }

    @Example
    void bothCompleteAndIncompleteFeaturesAreMet() {
        whatIsCompleteEqualsWhatWasThereFromTheBeginning(new Random(1));

        assertThat(compared).isGreaterThan(1_000);
        assertThat(incomplete).isGreaterThan(100);
    }

    private void change(FeatureBench bench, long clock, Random random) {
        List<String> names = new ArrayList<>(DECLARED.keySet());
        String name = names.get(random.nextInt(names.size()));
        if (random.nextInt(8) == 0) {
            Set<String> workspace = some(random);
            inForce.clear();
            inForce.addAll(bench.resumeWith(features(workspace), clock));
        } else if (!inForce.contains(name)) {
            if (!name.equals("derived") || inForce.containsAll(List.of("f0", "f1"))) {
                bench.apply("features: {" + name + ": " + DECLARED.get(name) + "}", clock);
                inForce.add(name);
            }
        } else if (!(inForce.contains("derived") && List.of("f0", "f1").contains(name))) {
            bench.remove(name, clock);
            inForce.remove(name);
        }
    }

    private void compare(FeatureView whole, FeatureBench bench, CareEvent event, long clock) {
        FeatureView view = bench.at(clock, event);
        for (String name : inForce) {
            if (bench.completeness(name, clock).fromMillis() <= clock) {
                assertThat(view.value(name)).as(name + DECLARED.get(name)).isEqualTo((Double) whole.value(name));
                compared++;
            } else {
                incomplete++;
            }
        }
    }

    private static Set<String> some(Random random) {
        Set<String> some = new TreeSet<>(DECLARED.keySet());
        some.removeIf(name -> random.nextInt(3) == 0);
        if (some.contains("derived")) {
            some.addAll(List.of("f0", "f1"));
        }
        return some;
    }

    private static String features(Set<String> names) {
        StringBuilder yaml = new StringBuilder("features:\n");
        names.forEach(name -> yaml.append("  ")
                .append(name)
                .append(": ")
                .append(DECLARED.get(name))
                .append('\n'));
        return yaml.toString();
    }

    private static String type(Random random) {
        int one = random.nextInt(10);
        return one < 7 ? "thing.happened" : one < 9 ? "thing.ended" : "mark.set";
    }

    private Map<String, Object> fields(String type, Random random) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("account", random.nextBoolean() ? "A" : "B");
        if (!type.equals("mark.set")) {
            begun += type.equals("thing.happened") ? 1 : 0; // what has ended does not begin again
            fields.put("thing", "t" + (type.equals("thing.happened") ? begun : begun - random.nextInt(6)));
        }
        if (type.equals("thing.happened")) {
            fields.put("amount", (double) random.nextInt(40));
        }
        return fields;
    }
}
