package io.heed.jobs.skew;

import io.heed.events.CareEvent;
import io.heed.features.FeatureDefinition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every event that a run has handled of each customer, from which some features are worked out the obvious way. */
final class KnownEvents {
    private static final Pattern CHECKED = Pattern.compile("(count|sum|mean|min|max|distinct)_(\\d+)([mhd])");
    private static final double ROUNDING = 1e-12;
    private final Map<String, Known> byCustomer = new HashMap<>();

    private static final class Known {
        final List<CareEvent> spent = new ArrayList<>();
        final Set<String> ids = new HashSet<>();
        long erasedMillis = Long.MIN_VALUE;
    }

    /** Takes an event that was handled just now. */
    void take(CareEvent event) {
        Known known = byCustomer.computeIfAbsent(event.subject(), subject -> new Known());
        if (event.timeMillis() <= known.erasedMillis || !known.ids.add(event.id())) {
            return;
        }
        String type = event.type().name();
        if (type.equals("customer.erased")) {
            known.spent.clear();
            known.ids.clear();
            known.erasedMillis = event.timeMillis();
        } else if (type.equals("purchase.made") || type.equals("usage.rated")) {
            known.spent.add(event);
        }
    }

    static boolean checks(String feature) {
        return CHECKED.matcher(feature).matches();
    }

    /** Whether a feature has its value in its window at an instant, or in one longer by less than what is stated. */
    boolean allow(FeatureDefinition feature, String customer, long nowMillis, double value) {
        Matcher name = CHECKED.matcher(feature.name());
        if (!name.matches()) {
            throw new IllegalArgumentException("feature is not checked: " + feature.name());
        }
        long from = nowMillis - windowMillis(name);
        Known known = byCustomer.get(customer);
        List<CareEvent> before = known == null
                ? List.of()
                : known.spent.stream()
                        .filter(event -> event.timeMillis() < nowMillis)
                        .toList();
        if (gives(name.group(1), amounts(before, from), value)) {
            return true;
        }
        return before.stream()
                .mapToLong(CareEvent::timeMillis)
                .filter(time -> time < from && time > from - feature.overInclusionMillis())
                .anyMatch(time -> gives(name.group(1), amounts(before, time), value));
    }

    private static long windowMillis(Matcher name) {
        long unit = switch (name.group(3)) {
            case "m" -> RandomHistory.MINUTE;
            case "h" -> 60 * RandomHistory.MINUTE;
            default -> RandomHistory.DAY;
        };
        return Long.parseLong(name.group(2)) * unit;
    }

    private static double[] amounts(List<CareEvent> events, long fromMillis) {
        return events.stream()
                .filter(event -> event.timeMillis() >= fromMillis)
                .mapToDouble(event -> event.number("amount"))
                .toArray();
    }

    private static boolean gives(String aggregate, double[] amounts, double value) {
        double sum = Arrays.stream(amounts).sum();
        double rounding = ROUNDING * Arrays.stream(amounts).map(Math::abs).sum();
        return switch (aggregate) {
            case "count" -> value == amounts.length;
            case "distinct" -> value == Arrays.stream(amounts).distinct().count();
            case "sum" -> Math.abs(value - sum) <= rounding;
            case "mean" ->
                amounts.length == 0 ? Double.isNaN(value) : Math.abs(value - sum / amounts.length) <= rounding;
            case "min" -> same(value, Arrays.stream(amounts).min().orElse(Double.NaN));
            default -> same(value, Arrays.stream(amounts).max().orElse(Double.NaN));
        };
    }

    private static boolean same(double some, double other) {
        return some == other || (Double.isNaN(some) && Double.isNaN(other));
    }
}
