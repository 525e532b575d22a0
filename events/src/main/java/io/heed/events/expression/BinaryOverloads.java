package io.heed.events.expression;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/** CEL's operators and functions of two arguments by the names of their overloads; they throw where CEL has an error. */
final class BinaryOverloads {
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");
    private static final Duration LONGEST_SPAN = Duration.ofNanos(Long.MAX_VALUE); // between two times; 292 years
    private static final Duration LONGEST_SPAN_BACK = Duration.ofNanos(Long.MIN_VALUE);
    private static final long LONGEST_SECONDS = 315_576_000_000L;

    static final Map<String, BinaryOperator<Object>> ALL = all();

    private BinaryOverloads() {}

    private static Map<String, BinaryOperator<Object>> all() {
        Map<String, BinaryOperator<Object>> all = new HashMap<>(ComparisonOverloads.ALL);
        addNumbers(all);
        addTimes(all);
        addTexts(all);
        all.put("index_list", (list, index) -> item((List<?>) list, (Long) index));
        return Map.copyOf(all);
    }

    private static void addNumbers(Map<String, BinaryOperator<Object>> all) {
        all.put("add_double", (left, right) -> (Double) left + (Double) right);
        all.put("subtract_double", (left, right) -> (Double) left - (Double) right);
        all.put("multiply_double", (left, right) -> (Double) left * (Double) right);
        all.put("divide_double", (left, right) -> (Double) left / (Double) right);
        all.put("add_int64", (left, right) -> Math.addExact((Long) left, (Long) right));
        all.put("subtract_int64", (left, right) -> Math.subtractExact((Long) left, (Long) right));
        all.put("multiply_int64", (left, right) -> Math.multiplyExact((Long) left, (Long) right));
        all.put("divide_int64", (left, right) -> quotient((Long) left, (Long) right));
        all.put("modulo_int64", (left, right) -> (Long) left % (Long) right);
    }

    private static void addTimes(Map<String, BinaryOperator<Object>> all) {
        all.put("add_timestamp_duration", (time, length) -> checked(((Instant) time).plus((Duration) length)));
        all.put("add_duration_timestamp", (length, time) -> checked(((Instant) time).plus((Duration) length)));
        all.put("subtract_timestamp_duration", (time, length) -> checked(((Instant) time).minus((Duration) length)));
        all.put("subtract_timestamp_timestamp", (end, start) -> between((Instant) start, (Instant) end));
        all.put("add_duration_duration", (left, right) -> checked(((Duration) left).plus((Duration) right)));
        all.put("subtract_duration_duration", (left, right) -> checked(((Duration) left).minus((Duration) right)));
    }

    private static void addTexts(Map<String, BinaryOperator<Object>> all) {
        all.put("add_string", (left, right) -> ((String) left).concat((String) right));
        all.put("contains_string", (text, part) -> ((String) text).contains((String) part));
        all.put("starts_with_string", (text, start) -> ((String) text).startsWith((String) start));
        all.put("ends_with_string", (text, end) -> ((String) text).endsWith((String) end));
    }

    private static long quotient(long dividend, long divisor) {
        return divisor == -1 ? Math.negateExact(dividend) : dividend / divisor;
    }

    private static Object item(List<?> list, long index) {
        if (index < 0 || index >= list.size()) {
            throw new IllegalArgumentException("index is not within the list: " + index);
        }
        return list.get((int) index);
    }

    private static Duration between(Instant start, Instant end) {
        Duration between =
                Duration.ofSeconds(end.getEpochSecond() - start.getEpochSecond(), end.getNano() - start.getNano());
        if (between.compareTo(LONGEST_SPAN) > 0 || between.compareTo(LONGEST_SPAN_BACK) < 0) {
            throw new ArithmeticException("time is too far from another: " + between);
        }
        return between;
    }

    private static Instant checked(Instant time) {
        if (time.isBefore(FIRST) || time.isAfter(LAST)) {
            throw new IllegalArgumentException("time is not within the years 1 to 9999: " + time);
        }
        return time;
    }

    private static Duration checked(Duration length) {
        long seconds = length.getSeconds();
        if (Math.abs(seconds) > LONGEST_SECONDS || (seconds < 0 && length.getNano() > 0)) { // as CEL has it
            throw new IllegalArgumentException("duration is not within ten thousand years: " + length);
        }
        return length;
    }
}
