package io.heed.jobs.skew;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Features of every aggregate and of windows on both sides of where tiles get wider, by name as YAML. */
final class FeaturePool {
    private static final List<String> WINDOWS =
            List.of("1m", "20m", "21m", "100m", "3h", "20h", "26h", "5d", "6d", "11d", "21d", "45d", "90d", "180d");
    private static final List<String> OF_NUMBERS = List.of(
            "sum",
            "mean",
            "min",
            "max",
            "deviation",
            "slope",
            "decayed-sum",
            "decayed-mean",
            "distinct",
            "last",
            "first");
    private static final List<String> OF_TIMES = List.of("count", "time-since", "time-since-first");
    private static final String OTHERS = """
              spent_last_7: {aggregate: mean, value: event.amount, last: 7, events: [purchase.made], unit: USD}
              spent_last_3_in_6d: {aggregate: sum, value: event.amount, last: 3, window: 6d, events: [purchase.made], unit: USD}
              spent_since_bill: {aggregate: sum, value: event.amount, since: bill.issued, events: [purchase.made, usage.rated], unit: USD}
              spread_since_bill: {aggregate: deviation, value: event.amount, since: bill.issued, window: 45d, events: [purchase.made, usage.rated], unit: USD}
              spent_exact: {aggregate: sum, value: event.amount, window: 90d, exact: always, events: [purchase.made, usage.rated], unit: USD}
              large_spent: {aggregate: sum, value: event.amount, window: 45d, where: event.amount > 20.0, events: [purchase.made], unit: USD}
              doubled_spent: {aggregate: mean, value: event.amount * 2.0, window: 21d, events: [purchase.made], unit: USD}
              account_spent: {aggregate: sum, value: event.amount, window: 21d, group: account, events: [purchase.made], unit: USD}
              account_slope: {aggregate: slope, value: event.amount, window: 90d, group: account, events: [purchase.made], unit: USD}
              spent_turn: {aggregate: turn, value: event.amount, last: 20, half-life: 36h, by: 5.1, events: [purchase.made, usage.rated], unit: turn}
              spent_turn_since: {aggregate: time-since-turn, value: event.amount, last: 9, window: 21d, half-life: 5h, by: 5.1, events: [purchase.made, usage.rated], unit: h}
              account_turn: {aggregate: turn, value: event.amount, last: 20, window: 45d, half-life: 36h, by: 5.1, group: account, events: [purchase.made], unit: turn}
              bills_mean: {aggregate: mean, value: event.amount, last: 3, key: bill, replaced: {by: bill.corrected, naming: replaces}, events: [bill.issued], unit: USD}
              bills_sum: {aggregate: sum, value: event.amount, window: 90d, key: bill, replaced: {by: bill.corrected, naming: replaces}, events: [bill.issued], unit: USD}
              addons_open: {aggregate: open-count, key: addon, until: addon.cancelled, events: [addon.added], unit: add-ons}
              addon_time: {aggregate: open-time, key: addon, until: addon.cancelled, events: [addon.added], unit: h}
              addon_dearest_21d: {aggregate: max, value: event.monthly, window: 21d, key: addon, until: addon.cancelled, events: [addon.added], unit: USD}
              outage_minutes: {aggregate: open-time, key: outage, until: outage.ended, window: 6d, events: [outage.started], unit: min}
              outages_45d: {aggregate: count, window: 45d, events: [outage.started], unit: outages}
              outages_5d: {aggregate: count, window: 5d, events: [outage.started], unit: outages}
              spent_ratio: {expression: features.sum_5d / features.sum_45d, where: features.sum_45d > 0.0, unit: ratio}
            """;

    private final Map<String, String> yamlByName = new TreeMap<>();

    FeaturePool() {
        for (String window : WINDOWS) {
            OF_TIMES.forEach(aggregate -> put(aggregate, window, ""));
            OF_NUMBERS.forEach(aggregate -> put(aggregate, window, ", value: event.amount"));
        }
        OTHERS.lines().forEach(line -> {
            String text = line.strip();
            int colon = text.indexOf(": {");
            yamlByName.put(text.substring(0, colon), text.substring(colon + 3, text.length() - 1));
        });
    }

    /** A choice of the features, together with those that they read. */
    List<String> some(Random random, int count) {
        List<String> names = new ArrayList<>(yamlByName.keySet());
        names.removeAll(List.of("spent_ratio"));
        Collections.shuffle(names, random);
        return List.copyOf(names.subList(0, count));
    }

    List<String> all() {
        return List.copyOf(yamlByName.keySet());
    }

    /** A file that declares some of them. */
    String declaring(List<String> names) {
        StringBuilder yaml = new StringBuilder("features:\n");
        names.forEach(
                name -> yaml.append("  %s: {description: One of many., %s}%n".formatted(name, yamlByName.get(name))));
        return yaml.toString();
    }

    private void put(String aggregate, String window, String more) {
        String halfLife = aggregate.startsWith("decayed") ? ", half-life: 36h" : "";
        String unit = aggregate.startsWith("time") ? "h" : "USD";
        yamlByName.put(
                aggregate.replace('-', '_') + "_" + window,
                "aggregate: %s%s%s, window: %s, events: [purchase.made, usage.rated], unit: %s"
                        .formatted(aggregate, more, halfLife, window, unit));
    }
}
