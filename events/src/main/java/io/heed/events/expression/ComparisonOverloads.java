package io.heed.events.expression;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.IntPredicate;

/** CEL's comparisons by the names of their overloads; equality has none, since it takes all types. */
final class ComparisonOverloads {
    private static final List<String> COMPARABLE = List.of("bool", "int64", "string", "timestamp", "duration");

    static final Map<String, BinaryOperator<Object>> ALL = all();

    private ComparisonOverloads() {}

    private static Map<String, BinaryOperator<Object>> all() {
        Map<String, BinaryOperator<Object>> all = new HashMap<>();
        add(all, "less", order -> order < 0);
        add(all, "less_equals", order -> order <= 0);
        add(all, "greater", order -> order > 0);
        add(all, "greater_equals", order -> order >= 0);
        all.put("less_double", (left, right) -> (Double) left < (Double) right);
        all.put("less_equals_double", (left, right) -> (Double) left <= (Double) right);
        all.put("greater_double", (left, right) -> (Double) left > (Double) right);
        all.put("greater_equals_double", (left, right) -> (Double) left >= (Double) right);
        return Map.copyOf(all);
    }

    private static void add(Map<String, BinaryOperator<Object>> all, String name, IntPredicate fits) {
        for (String type : COMPARABLE) {
            all.put(name + "_" + type, (left, right) -> fits.test(order(left, right)));
        }
        all.put(name + "_double_int64", (left, right) -> fits.test(orderAcross((Double) left, (Long) right)));
        all.put(name + "_int64_double", (left, right) -> fits.test(-orderAcross((Double) right, (Long) left)));
    }

    @SuppressWarnings("unchecked") // the checker lets only values of one type be compared
    private static int order(Object left, Object right) {
        return ((Comparable<Object>) left).compareTo(right);
    }

    /** CEL compares across types in the order of doubles, in which -0.0 is below 0 and NaN above all. */
    private static int orderAcross(double left, long right) {
        return Double.compare(left, (double) right);
    }

    /** Whether two values are the same to CEL: numbers by value whatever their type, NaN to nothing. */
    static boolean areEqual(Object left, Object right) {
        if (left instanceof Double number && right instanceof Long whole) {
            return orderAcross(number, whole) == 0;
        }
        if (left instanceof Long whole && right instanceof Double number) {
            return orderAcross(number, whole) == 0;
        }
        if (left instanceof Double number && right instanceof Double other) {
            return number.doubleValue() == other.doubleValue();
        }
        return left.equals(right);
    }

    /** Whether a list holds a value; to a list NaN is itself. */
    static boolean holds(List<?> list, Object value) {
        for (Object item : list) {
            if (item.equals(value) || areEqual(item, value)) {
                return true;
            }
        }
        return false;
    }
}
