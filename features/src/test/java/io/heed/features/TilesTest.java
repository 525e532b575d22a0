package io.heed.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.features.window.Tiles;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** When a window reaches back too far, and by how much. */
class TilesTest {
    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final long MIDNIGHT = 20_000 * DAY;
    private static final String TYPES =
            "event-types: {page.seen: {fields: {site: {type: text}, seconds: {type: number}}}}";
    private static final String FEATURES = """
            features:
              pages_30d: {description: d, unit: pages, events: [page.seen], aggregate: count, window: 30d}
              pages_24h: {description: d, unit: pages, events: [page.seen], aggregate: count, window: 24h}
              pages_30d_exact:
                {description: d, unit: pages, events: [page.seen], aggregate: count, window: 30d, exact: always}
              seconds_last_70:
                description: d
                unit: s
                events: [page.seen]
                aggregate: sum
                value: event.seconds
                last: 70
                window: 180d
            """;

    private final FeatureBench bench = FeatureBench.of(TYPES, FEATURES);

    @Test
    void aWindowThatBeginsAmongManyOldEventsReachesBackToTheBeginningOfTheirDay() {
        see(20, MIDNIGHT, HOUR);
        see(64, MIDNIGHT + 20 * DAY, MINUTE);

        long now = MIDNIGHT + 10 * HOUR + 30 * DAY;
        assertThat(bench.value("pages_30d", now)).isEqualTo(64 + 20);
        assertThat(bench.value("pages_30d_exact", now)).isEqualTo(64 + 10);
    }

    @Test
    void theNewestThirtyTwoAreExactHoweverOld() {
        see(20, MIDNIGHT, HOUR);
        see(12, MIDNIGHT + 20 * DAY, MINUTE);

        assertThat(bench.value("pages_30d", MIDNIGHT + 10 * HOUR + 30 * DAY)).isEqualTo(12 + 10);
    }

    @Test
    void threeEventsOfADayAreExactHoweverManyFollowed() {
        see(3, MIDNIGHT, HOUR);
        see(200, MIDNIGHT + 20 * DAY, MINUTE);

        assertThat(bench.value("pages_30d", MIDNIGHT + 2 * HOUR + 30 * DAY)).isEqualTo(200 + 1);
    }

    @Test
    void aTileIsCountedUntilTheWindowHasPassedItsEnd() {
        see(20, MIDNIGHT, HOUR / 2);
        see(64, MIDNIGHT + 20 * DAY, MINUTE);

        assertThat(bench.value("pages_30d", MIDNIGHT + DAY - 1 + 30 * DAY)).isEqualTo(64 + 20);
        assertThat(bench.value("pages_30d", MIDNIGHT + DAY + 30 * DAY)).isEqualTo(64);
    }

    @Test
    void aLateEventIsCountedInTheTileOfItsTime() {
        see(20, MIDNIGHT, HOUR);
        see(200, MIDNIGHT + 20 * DAY, MINUTE);

        see(1, MIDNIGHT + HOUR / 2, 1);
        assertThat(bench.value("pages_30d", MIDNIGHT + 10 * HOUR + 30 * DAY)).isEqualTo(200 + 21);
    }

    @Test
    void theLastFewAreExactHoweverMany() {
        see(500, MIDNIGHT, HOUR);

        assertThat(bench.value("seconds_last_70", MIDNIGHT + 100 * DAY)).isEqualTo(70);
    }

    @Property(tries = 30)
    void aValueDoesNotDependOnWhatElseIsDeclared(@ForAll Random random) {
        String month = FEATURES.substring(0, FEATURES.indexOf("  pages_24h"));
        FeatureBench alone = FeatureBench.of(TYPES, month);
        FeatureBench among = FeatureBench.of(TYPES, FEATURES + """
                  pages_179d: {description: d, unit: pages, events: [page.seen], aggregate: count, window: 179d}
                  seconds_deviation_7d:
                    {description: d, unit: s, events: [page.seen], aggregate: deviation, value: event.seconds, window: 7d}
                """);
        long now = MIDNIGHT;
        int everyMillis = 1 + random.nextInt((int) (6 * HOUR));
        for (int i = 0; i < 800; i++) {
            now += random.nextInt(90) == 0 ? random.nextInt(40) * DAY : random.nextInt(everyMillis);
            alone.handleDue(now);
            among.handleDue(now);
            assertThat(alone.value("pages_30d", now)).isEqualTo(among.value("pages_30d", now));
            long time = random.nextInt(9) == 0 ? now - random.nextInt(40) * DAY : now;
            Map<String, Object> fields = Map.of("seconds", 1.0 * random.nextInt(9));
            alone.observe(alone.event("page.seen", time, now, fields));
            among.observe(among.event("page.seen", time, now, fields));
        }
    }

    @Property(tries = 30)
    void aSumIsTheSameToItsLastDigitWhateverOtherValuesAreDeclared(@ForAll Random random) {
        String sum = """
                features:
                  seconds_90d:
                    {description: d, unit: s, events: [page.seen], aggregate: sum, value: event.seconds, window: 90d}
                """;
        FeatureBench alone = FeatureBench.of(TYPES, sum);
        FeatureBench among = FeatureBench.of(TYPES, sum + """
                  seconds_trend_60d:
                    {description: d, unit: s/d, events: [page.seen], aggregate: slope, value: event.seconds, window: 60d}
                  sites_30d:
                    {description: d, unit: sites, events: [page.seen], aggregate: distinct, value: event.site, window: 30d}
                """);
        long now = MIDNIGHT;
        int everyMillis = 1 + random.nextInt((int) (6 * HOUR));
        for (int i = 0; i < 800; i++) {
            now += random.nextInt(90) == 0 ? random.nextInt(40) * DAY : random.nextInt(everyMillis);
            alone.handleDue(now);
            among.handleDue(now);
            assertThat(alone.value("seconds_90d", now)).isEqualTo(among.value("seconds_90d", now));
            Map<String, Object> fields = Map.of("seconds", random.nextDouble(), "site", "s" + random.nextInt(5));
            alone.observe(alone.event("page.seen", now, fields));
            among.observe(among.event("page.seen", now, fields));
        }
    }

    @Test
    void aNewFeatureIsAbsentUntilItsWindowHasPassedTilesThatWereMadeWithoutIt() {
        String sum = """
                features:
                  seconds_90d:
                    {description: d, unit: s, events: [page.seen], aggregate: sum, value: event.seconds, window: 90d}
                """;
        bench.restartWith(TYPES, sum);
        see(200, MIDNIGHT, HOUR);
        see(200, MIDNIGHT + 40 * DAY, HOUR);
        bench.restartWith(TYPES, sum + """
                  seconds_deviation_90d:
                    {description: d, unit: s, events: [page.seen], aggregate: deviation, value: event.seconds, window: 90d}
                """);

        assertThat(bench.value("seconds_90d", MIDNIGHT + 50 * DAY)).isEqualTo(400);
        assertThat(bench.value("seconds_deviation_90d", MIDNIGHT + 50 * DAY)).isNaN();
        assertThat(bench.value("seconds_deviation_90d", MIDNIGHT + 135 * DAY)).isZero();
    }

    @Test
    void eachDefinitionStatesItsBound() {
        assertThat(bound("pages_30d")).isEqualTo(DAY);
        assertThat(bound("pages_24h")).isEqualTo(HOUR);
        assertThat(bound("pages_30d_exact")).isZero();
        assertThat(bound("seconds_last_70")).isZero();
    }

    @Test
    void aBoundIsLessThanATwentiethOfTheWindow() {
        for (long window = MINUTE; window <= 180 * DAY; window += 7 * MINUTE) {
            assertThat(Tiles.overInclusionMillis(window) * 20).isLessThan(window);
        }
    }

    private long bound(String feature) {
        return FeatureBench.definitions(TYPES, FEATURES).require(feature).overInclusionMillis();
    }

    private void see(int pages, long fromMillis, long everyMillis) {
        for (int i = 0; i < pages; i++) {
            bench.observe("page.seen", fromMillis + i * everyMillis, Map.of("site", "s", "seconds", 1.0));
        }
    }
}
