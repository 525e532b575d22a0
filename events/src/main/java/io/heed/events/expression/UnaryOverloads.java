package io.heed.events.expression;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;

/** CEL's operators and functions of one argument by the names of their overloads; they throw where CEL has an error. */
final class UnaryOverloads {
    static final Map<String, UnaryOperator<Object>> ALL = all();

    private UnaryOverloads() {}

    private static Map<String, UnaryOperator<Object>> all() {
        Map<String, UnaryOperator<Object>> all = new HashMap<>();
        all.put("logical_not", holds -> !(Boolean) holds);
        all.put("negate_double", number -> -(Double) number);
        all.put("negate_int64", number -> Math.negateExact((Long) number));
        for (String size : List.of("size_list", "list_size")) {
            all.put(size, list -> (long) ((List<?>) list).size());
        }
        for (String size : List.of("size_string", "string_size")) {
            all.put(size, text -> (long) ((String) text).codePointCount(0, ((String) text).length()));
        }
        all.put("sum_list_double", list -> sum((List<?>) list));
        addConversions(all);
        addLengths(all);
        addTimes(all);
        return Map.copyOf(all);
    }

    private static void addConversions(Map<String, UnaryOperator<Object>> all) {
        for (String same : List.of("int64_to_int64", "double_to_double", "string_to_string")) {
            all.put(same, value -> value);
        }
        for (String type : List.of("int64", "double", "bool", "timestamp")) {
            all.put(type + "_to_string", Object::toString);
        }
        all.put("int64_to_double", number -> ((Long) number).doubleValue());
        all.put("string_to_double", text -> Double.parseDouble((String) text));
        all.put("double_to_int64", number -> whole((Double) number));
        all.put("string_to_int64", text -> Long.parseLong((String) text));
        all.put("timestamp_to_int64", time -> ((Instant) time).getEpochSecond());
    }

    private static void addLengths(Map<String, UnaryOperator<Object>> all) {
        all.put("duration_to_hours", length -> ((Duration) length).toHours());
        all.put("duration_to_minutes", length -> ((Duration) length).toMinutes());
        all.put("duration_to_seconds", length -> seconds((Duration) length));
        all.put("duration_to_milliseconds", length -> ((Duration) length).toMillis() % 1_000);
    }

    /** In UTC; what CEL counts from 0, months and days included, is. */
    private static void addTimes(Map<String, UnaryOperator<Object>> all) {
        addTime(all, "year", OffsetDateTime::getYear);
        addTime(all, "month", time -> time.getMonthValue() - 1L);
        addTime(all, "day_of_year", time -> time.getDayOfYear() - 1L);
        addTime(all, "day_of_month", time -> time.getDayOfMonth() - 1L);
        addTime(all, "day_of_month_1_based", OffsetDateTime::getDayOfMonth);
        addTime(all, "day_of_week", time -> time.getDayOfWeek().getValue() % 7L);
        addTime(all, "hours", OffsetDateTime::getHour);
        addTime(all, "minutes", OffsetDateTime::getMinute);
        addTime(all, "seconds", OffsetDateTime::getSecond);
        addTime(all, "milliseconds", time -> time.getNano() / 1_000_000L);
    }

    private static void addTime(
            Map<String, UnaryOperator<Object>> all, String part, ToLongFunction<OffsetDateTime> partOf) {
        all.put("timestamp_to_" + part, time -> partOf.applyAsLong(((Instant) time).atOffset(ZoneOffset.UTC)));
    }

    static double sum(List<?> numbers) {
        double sum = 0;
        for (Object number : numbers) {
            sum += ((Number) number).doubleValue();
        }
        return sum;
    }

    private static long whole(double number) {
        if (Math.getExponent(number) >= Long.SIZE - 1) { // NaN too
            throw new ArithmeticException("number is too large for a whole number: " + number);
        }
        return (long) number;
    }

    /** Towards zero, where Java rounds down. */
    private static long seconds(Duration length) {
        return length.isNegative() && length.getNano() > 0 ? length.getSeconds() + 1 : length.getSeconds();
    }
}
