package io.heed.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What features know that came, went or changed while a stage worked, and from when on it is all they should know. */
class FeatureChangesTest {
    private static final long HOUR = 3_600_000;
    private static final long DAY = 24 * HOUR;
    private static final long NOON = Instant.parse("2026-03-01T12:00:00Z").toEpochMilli();
    private static final long CHANGE = NOON + 10 * DAY;
    /** A week and the tile in which it begins. */
    private static final long WEEK = 7 * DAY + 6 * HOUR;

    private static final long MONTH = 31 * DAY;
    private static final long TWO_MONTHS = 62 * DAY;
    private static final long ALWAYS = Long.MIN_VALUE;
    private static final long NEVER = Long.MAX_VALUE;

    private static final String TYPES = """
            event-types:
              call.started: {description: d, fields: {minutes: {type: number}, line: {type: text}}}
              call.ended: {description: d, fields: {line: {type: text}}}
              bill.issued: {description: d, fields: {amount: {type: number}}}
              outage.started: {description: d, subject: area, fields: {outage: {type: text}}}
            """;
    private static final String BASE = """
            features:
              calls_30d: {description: d, unit: calls, events: [call.started], aggregate: count, window: 30d}
            """;

    private final FeatureBench bench = FeatureBench.of(TYPES, BASE);

    @Test
    void aFeatureWhoseEventsAreKeptAlreadyIsCompleteAtOnce() {
        call(NOON);
        bench.apply(count("calls_20d", "20d"), CHANGE);

        assertThat(bench.value("calls_20d", CHANGE)).isEqualTo(1);
        assertThat(bench.completeness("calls_20d", CHANGE)).isEqualTo(new Completeness(ALWAYS, ALWAYS));
    }

    @Test
    void aFeatureThatLooksBackFurtherIsCompleteAfterItsWindow() {
        bench.apply(count("calls_60d", "60d"), CHANGE);

        assertThat(bench.completeness("calls_60d", CHANGE)).isEqualTo(new Completeness(CHANGE, CHANGE + TWO_MONTHS));
        assertThat(bench.completeness("calls_30d", CHANGE)).isEqualTo(new Completeness(ALWAYS, ALWAYS));
    }

    @Test
    void aFeatureOfOtherEventsBeginsAtItsTime() {
        bill(CHANGE - 1, 5);
        bench.apply(bills("bills_7d"), CHANGE);
        bill(CHANGE, 7);

        assertThat(bench.value("bills_7d", CHANGE + 1)).isEqualTo(7);
        assertThat(bench.completeness("bills_7d", CHANGE)).isEqualTo(new Completeness(CHANGE, CHANGE + WEEK));
    }

    @Test
    void aChangeThatIsKnownBeforeItsTimeDoesNothingBefore() {
        bench.apply(bills("bills_7d"), CHANGE);
        bill(CHANGE - 1, 5);
        bill(CHANGE, 7);

        assertThat(bench.value("bills_7d", CHANGE + 1)).isEqualTo(7);
    }

    @Test
    void aFeatureThatLooksBackWithoutEndIsNeverSureToBeComplete() {
        bench.apply(
                "features: {bill_last: {description: d, unit: USD, events: [bill.issued], aggregate: last,"
                        + " value: event.amount}}",
                CHANGE);
        bench.apply("features: {twice: {description: d, unit: USD, expression: features.bill_last * 2.0}}", CHANGE);
        bill(CHANGE, 7);

        assertThat(bench.value("twice", CHANGE + 1)).isEqualTo(14);
        assertThat(bench.completeness("twice", CHANGE)).isEqualTo(new Completeness(CHANGE, NEVER));
    }

    @Test
    void whatAllCustomersShareIsCompleteAtOnce() {
        bench.apply(
                "features: {outages_7d: {description: d, unit: outages, events: [outage.started],"
                        + " aggregate: count, window: 7d}}",
                CHANGE);

        assertThat(bench.completeness("outages_7d", CHANGE)).isEqualTo(new Completeness(ALWAYS, ALWAYS));
    }

    @Test
    void aFeatureThatWasAwayDoesNotSeeWhatItHadKeptBefore() {
        call(NOON);
        bench.remove("calls_30d", NOON + DAY);
        call(NOON + 2 * DAY);
        bench.apply(count("calls_30d", "30d"), CHANGE);
        bench.handleDue(CHANGE);
        call(CHANGE);

        assertThat(bench.value("calls_30d", CHANGE + 1)).isEqualTo(1);
        assertThat(bench.completeness("calls_30d", CHANGE)).isEqualTo(new Completeness(CHANGE, CHANGE + MONTH));
        bench.handleDue(CHANGE + DAY);
        assertThat(bench.value("calls_30d", CHANGE + DAY)).isEqualTo(1);
    }

    @Test
    void aFeatureThatGivesOtherValuesTakesThePlaceOfTheOneBefore() {
        call(NOON);
        bench.apply(
                "features: {calls_30d: {description: d, unit: calls, events: [call.started], where: event.minutes >"
                        + " 5.0, aggregate: count, window: 30d}}",
                CHANGE);

        assertThat(bench.value("calls_30d", CHANGE - 1)).isEqualTo(1);
        assertThat(bench.value("calls_30d", CHANGE)).isEqualTo(0);
    }

    @Test
    void aRestartKeepsSinceWhenEachFeatureIsThere() {
        bench.apply(bills("bills_7d"), CHANGE);
        bill(CHANGE, 7);

        bench.resumeWith(BASE, CHANGE + DAY);

        assertThat(bench.value("bills_7d", CHANGE + DAY)).isEqualTo(7);
        assertThat(bench.completeness("bills_7d", CHANGE + DAY)).isEqualTo(new Completeness(CHANGE, CHANGE + WEEK));
        assertThat(bench.completeness("calls_30d", CHANGE + DAY)).isEqualTo(new Completeness(ALWAYS, ALWAYS));
    }

    @Test
    void aFeatureThatAWorkspaceTakesOverFromTheLogKeepsItsValues() {
        bench.apply(bills("bills_7d"), CHANGE);
        bill(CHANGE, 7);

        bench.resumeWith(bills("bills_7d"), CHANGE + DAY);

        assertThat(bench.value("bills_7d", CHANGE + DAY)).isEqualTo(7);
        assertThat(bench.completeness("bills_7d", CHANGE + DAY).fedSinceMillis())
                .isEqualTo(CHANGE);
    }

    @Test
    void aFeatureThatIsNewInAWorkspaceBeginsAtTheRestart() {
        call(NOON);
        bench.resumeWith(BASE + bills("bills_7d").replaceFirst("features: \\{(.*)}}", "  $1}"), CHANGE);
        bill(CHANGE + 1, 7);

        assertThat(bench.value("calls_30d", CHANGE + 2)).isEqualTo(1);
        assertThat(bench.value("bills_7d", CHANGE + 2)).isEqualTo(7);
        assertThat(bench.completeness("bills_7d", CHANGE + 2)).isEqualTo(new Completeness(CHANGE, CHANGE + WEEK));
    }

    @Test
    void aFeatureThatTwoWorkspacesHaveAndTheOneBetweenThemHasNotBeginsAnew() {
        call(NOON);
        bench.resumeWith("features: {}", NOON + DAY);
        bench.resumeWith(BASE, CHANGE);
        call(CHANGE + 1);

        assertThat(bench.value("calls_30d", CHANGE + 2)).isEqualTo(1);
        assertThat(bench.completeness("calls_30d", CHANGE + 2).fedSinceMillis()).isEqualTo(CHANGE);
    }

    @Test
    void aFeatureThatStaysByTheLogAloneGoesOnWhenTheWorkspaceNoLongerHasWhatItShared() {
        call(NOON);
        bench.apply(count("calls_20d", "20d"), NOON + DAY);

        bench.resumeWith("features: {}", NOON + 2 * DAY);

        assertThat(bench.value("calls_20d", NOON + 3 * DAY)).isEqualTo(1);
        assertThat(bench.completeness("calls_20d", NOON + 3 * DAY)).isEqualTo(new Completeness(ALWAYS, ALWAYS));
    }

    @Test
    void aStateFromBeforeThisWasNotedCountsAsComplete() {
        call(NOON);
        bench.resumeWithoutNotes(CHANGE);

        assertThat(bench.value("calls_30d", CHANGE)).isEqualTo(1);
        assertThat(bench.completeness("calls_30d", CHANGE)).isEqualTo(new Completeness(ALWAYS, ALWAYS));
    }

    private void call(long timeMillis) {
        bench.observe("call.started", timeMillis, Map.of("minutes", 1.0));
    }

    private void bill(long timeMillis, double amount) {
        bench.observe("bill.issued", timeMillis, Map.of("amount", amount));
    }

    private static String count(String name, String window) {
        return "features: {" + name + ": {description: d, unit: calls, events: [call.started], aggregate: count,"
                + " window: " + window + "}}";
    }

    private static String bills(String name) {
        return "features: {" + name + ": {description: d, unit: USD, events: [bill.issued], aggregate: sum, value:"
                + " event.amount, window: 7d}}";
    }
}
