package io.heed.jobs.backtest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How much each side gave on one day (UTC). */
public record DayCount(LocalDate day, long before, long after) {
    /** The counts of every day of a time, also of those on which nothing happened. */
    static List<DayCount> of(Comparison comparison, long fromMillis, long untilMillis) {
        Map<LocalDate, Long> before = byDay(comparison.allBefore());
        Map<LocalDate, Long> after = byDay(comparison.allAfter());
        List<DayCount> days = new ArrayList<>();
        if (fromMillis <= untilMillis) {
            LocalDate last = day(untilMillis);
            for (LocalDate day = day(fromMillis); !day.isAfter(last); day = day.plusDays(1)) {
                days.add(new DayCount(day, before.getOrDefault(day, 0L), after.getOrDefault(day, 0L)));
            }
        }
        return days;
    }

    private static Map<LocalDate, Long> byDay(List<Happening> happenings) {
        return happenings.stream()
                .collect(Collectors.groupingBy(happening -> day(happening.timeMillis()), Collectors.counting()));
    }

    private static LocalDate day(long timeMillis) {
        return Instant.ofEpochMilli(timeMillis).atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
