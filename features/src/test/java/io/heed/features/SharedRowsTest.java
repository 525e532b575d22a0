package io.heed.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What features know that come to, leave, and come back to a row of values that others share with them. */
class SharedRowsTest {
    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final long NOON = Instant.parse("2026-03-01T12:00:00Z").toEpochMilli();
    private static final long CHANGE = NOON + 20 * DAY;
    /** Thirty days and the tile in which they begin. */
    private static final long MONTH = 31 * DAY;

    private static final long TWO_MONTHS = 62 * DAY;
    private static final Completeness ALWAYS = new Completeness(Long.MIN_VALUE, Long.MIN_VALUE);
    private static final int MANY = 300;

    private static final String TYPES = """
            event-types:
              call.started:
                {description: d, fields: {minutes: {type: number}, price: {type: number}, line: {type: text}}}
            """;
    private static final String MINUTES = feature("minutes", "aggregate: sum, value: event.minutes, window: 30d");
    private static final String CALLS = feature("calls", "aggregate: count, window: 30d");
    private static final String PRICES = feature("prices", "aggregate: sum, value: event.price, window: 30d");
    private static final String LONGEST = feature("longest", "aggregate: max, value: event.minutes, window: 30d");
    private static final String OLDER = feature("older", "aggregate: sum, value: event.minutes, window: 60d");

    private final FeatureBench bench = FeatureBench.of(TYPES, "features:\n" + MINUTES);

    @Test
    void aNewValueCountsFromItsTimeAndTheOthersStayAsTheyAre() {
        call(NOON);
        apply(PRICES, CHANGE);
        call(CHANGE);

        assertThat(bench.value("prices", CHANGE + 1)).isEqualTo(2);
        assertThat(bench.value("minutes", CHANGE + 1)).isEqualTo(6);
        assertThat(bench.completeness("prices", CHANGE)).isEqualTo(new Completeness(CHANGE, CHANGE + MONTH));
        assertThat(bench.completeness("minutes", CHANGE)).isEqualTo(ALWAYS);
    }

    @Test
    void aNewValueCountsNothingThatWasSummedUpBefore() {
        callOften(NOON);
        apply(PRICES, CHANGE);
        callOften(CHANGE);

        assertThat(bench.value("prices", CHANGE + DAY)).isEqualTo(MANY * 2);
        assertThat(bench.value("minutes", CHANGE + DAY)).isEqualTo(2 * MANY * 3);
    }

    @Test
    void anAggregateThatIsNewForAValueReadsWhatIsKeptOneByOne() {
        call(NOON);
        apply(LONGEST, CHANGE);

        assertThat(bench.value("longest", CHANGE)).isEqualTo(3);
        assertThat(bench.completeness("longest", CHANGE)).isEqualTo(new Completeness(CHANGE, CHANGE + MONTH));
    }

    @Test
    void anAggregateThatIsNewForAValueIsAbsentWhileItsWindowHoldsTilesOfBefore() {
        callOften(NOON);
        apply(LONGEST, CHANGE);
        call(CHANGE);

        assertThat(bench.value("longest", CHANGE + 1)).isNaN();
        assertThat(bench.value("minutes", CHANGE + 1)).isEqualTo((MANY + 1) * 3);
        assertThat(bench.value("longest", CHANGE + 30 * DAY)).isEqualTo(3);
        assertThat(bench.value("longest", CHANGE + MONTH)).isNaN();
        call(CHANGE + MONTH - 1);
        assertThat(bench.value("longest", CHANGE + MONTH)).isEqualTo(3);
    }

    @Test
    void aCountIsCompleteAtOnceWhereTheEventsAreKeptForTheirValues() {
        callOften(NOON);
        apply(CALLS, CHANGE);

        assertThat(bench.value("calls", CHANGE)).isEqualTo(MANY);
        assertThat(bench.completeness("calls", CHANGE)).isEqualTo(ALWAYS);
    }

    @Test
    void aLongerWindowCountsWhatIsKeptStillAndSaysFromWhenOnThatIsAll() {
        call(NOON - 35 * DAY);
        call(NOON);
        apply(OLDER, CHANGE);

        assertThat(bench.value("older", CHANGE)).isEqualTo(3);
        assertThat(bench.completeness("older", CHANGE)).isEqualTo(new Completeness(CHANGE, CHANGE + TWO_MONTHS));
        assertThat(bench.value("minutes", CHANGE)).isEqualTo(3);
        assertThat(bench.completeness("minutes", CHANGE)).isEqualTo(ALWAYS);
        bench.handleDue(CHANGE + 35 * DAY);
        assertThat(bench.value("older", CHANGE + 35 * DAY)).isEqualTo(3);
        assertThat(bench.value("minutes", CHANGE + 35 * DAY)).isEqualTo(0);
    }

    @Test
    void whatOnlyALongerWindowReadIsDroppedWithTheNextEventAfterItWent() {
        apply(OLDER, NOON - DAY);
        callOften(NOON);
        bench.handleDue(NOON + 40 * DAY);
        long kept = bench.bytes();
        bench.remove("older", NOON + 41 * DAY);

        call(NOON + 42 * DAY);
        assertThat(bench.bytes()).isLessThan(kept / 4);

        apply(OLDER, NOON + 43 * DAY);
        assertThat(bench.value("older", NOON + 43 * DAY)).isEqualTo(3);
        assertThat(bench.completeness("older", NOON + 43 * DAY))
                .isEqualTo(new Completeness(NOON + 43 * DAY, NOON + 43 * DAY + TWO_MONTHS));
    }

    @Test
    void aRowThatNobodyReadsIsDroppedWhenItIsNextPruned() {
        callOften(NOON);
        bench.remove("minutes", NOON + DAY);

        bench.handleDue(NOON + 32 * DAY);
        assertThat(bench.bytes()).isZero();
    }

    @Test
    void aShorterWindowStaysCompleteWhenTheLongerOneGoes() {
        bench.apply("features:\n" + feature("week", "aggregate: count, window: 7d"), NOON);
        callOften(CHANGE - 6 * DAY);
        bench.remove("minutes", CHANGE);

        assertThat(bench.value("week", CHANGE)).isEqualTo(MANY);
        assertThat(bench.completeness("week", CHANGE)).isEqualTo(ALWAYS);
    }

    @Test
    void aValueThatWasAwayDoesNotSeeWhatWasKeptOfItBefore() {
        apply(PRICES, NOON);
        callOften(NOON);
        bench.remove("prices", NOON + DAY);
        call(NOON + 2 * DAY);
        apply(PRICES, CHANGE);
        call(CHANGE);

        assertThat(bench.value("prices", CHANGE + 1)).isEqualTo(2);
        assertThat(bench.value("minutes", CHANGE + 1)).isEqualTo((MANY + 2) * 3);
        assertThat(bench.completeness("prices", CHANGE)).isEqualTo(new Completeness(CHANGE, CHANGE + MONTH));
    }

    @Test
    void anAggregateThatWasAwayIsTrueOrAbsent() {
        apply(LONGEST, NOON);
        callOften(NOON);
        bench.remove("longest", NOON + DAY);
        bench.observe("call.started", NOON + 2 * DAY, Map.of("minutes", 9.0));
        callOften(NOON + 3 * DAY);
        callOften(NOON + 5 * DAY);
        apply(LONGEST, CHANGE);

        assertThat(bench.value("longest", CHANGE)).isNaN();
        assertThat(bench.completeness("longest", CHANGE)).isEqualTo(new Completeness(CHANGE, CHANGE + MONTH));
    }

    @Test
    void aLateEventFromBeforeAValueCameLeavesWhatCameSince() {
        callOften(NOON);
        apply(PRICES, CHANGE);
        callOften(CHANGE);
        bench.observe(bench.event("call.started", NOON + DAY, Map.of("minutes", 3.0)), CHANGE + DAY);

        assertThat(bench.value("prices", CHANGE + DAY)).isEqualTo(MANY * 2);
        assertThat(bench.value("minutes", CHANGE + DAY)).isEqualTo((2 * MANY + 1) * 3);
    }

    @Test
    void aRestartKeepsSinceWhenEachValueIsThere() {
        call(NOON);
        apply(PRICES, CHANGE);
        callOften(CHANGE);
        bench.resumeWith("features:\n" + MINUTES, CHANGE + DAY);
        call(CHANGE + DAY);

        assertThat(bench.value("prices", CHANGE + 2 * DAY)).isEqualTo((MANY + 1) * 2);
        assertThat(bench.completeness("prices", CHANGE + DAY)).isEqualTo(new Completeness(CHANGE, CHANGE + MONTH));
        assertThat(bench.value("minutes", CHANGE + 2 * DAY)).isEqualTo((MANY + 2) * 3);
        assertThat(bench.completeness("minutes", CHANGE + DAY)).isEqualTo(ALWAYS);
    }

    @Test
    void aValueThatIsNewInAWorkspaceBeginsAtTheRestart() {
        callOften(NOON);
        bench.resumeWith("features:\n" + MINUTES + PRICES + LONGEST + OLDER + CALLS, CHANGE);
        call(CHANGE);

        assertThat(bench.value("prices", CHANGE + 1)).isEqualTo(2);
        assertThat(bench.value("longest", CHANGE + 1)).isNaN();
        assertThat(bench.value("calls", CHANGE + 1)).isEqualTo(MANY + 1);
        assertThat(bench.completeness("prices", CHANGE)).isEqualTo(new Completeness(CHANGE, CHANGE + MONTH));
        assertThat(bench.completeness("longest", CHANGE)).isEqualTo(new Completeness(CHANGE, CHANGE + MONTH));
        assertThat(bench.completeness("older", CHANGE)).isEqualTo(new Completeness(CHANGE, CHANGE + TWO_MONTHS));
        assertThat(bench.completeness("calls", CHANGE)).isEqualTo(ALWAYS);
    }

    @Test
    void aValueThatAWorkspaceBetweenHadNotBeginsAnew() {
        bench.resumeWith("features:\n" + MINUTES + PRICES, NOON);
        call(NOON);
        bench.resumeWith("features:\n" + MINUTES, NOON + DAY);
        call(NOON + DAY);
        bench.resumeWith("features:\n" + MINUTES + PRICES, CHANGE);

        assertThat(bench.value("prices", CHANGE)).isZero();
        assertThat(bench.completeness("prices", CHANGE).fedSinceMillis()).isEqualTo(CHANGE);
    }

    private void callOften(long fromMillis) {
        for (int i = 0; i < MANY; i++) {
            call(fromMillis + i * MINUTE);
        }
    }

    private void call(long timeMillis) {
        bench.observe("call.started", timeMillis, Map.of("minutes", 3.0, "price", 2.0));
    }

    private void apply(String feature, long atMillis) {
        bench.apply("features:\n" + feature, atMillis);
    }

    private static String feature(String name, String rest) {
        return "  " + name + ": {description: d, unit: d, events: [call.started], " + rest + "}\n";
    }
}
