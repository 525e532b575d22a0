package io.heed.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.events.CareEvent;
import io.heed.events.SubjectKind;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.catalogue.Workspace;
import io.heed.events.timeline.SharedHistory;
import io.heed.features.FeatureExplanation.Cause;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The events behind each value, and whether it is exact. */
class FeatureExplainerTest {
    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final long MIDNIGHT = 20_000 * DAY;
    private static final String TYPES = """
            event-types:
              page.seen: {fields: {site: {type: text}, seconds: {type: number}}}
              order.placed: {fields: {order: {type: text}, amount: {type: number}}}
              order.closed: {fields: {order: {type: text}}}
              outage.started: {subject: company, fields: {outage: {type: text}}}
              outage.ended: {subject: company, fields: {outage: {type: text}}}
            """;
    private static final String FEATURES = """
            features:
              pages_30d: {description: d, unit: pages, events: [page.seen], aggregate: count, window: 30d}
              pages_30d_exact:
                {description: d, unit: pages, events: [page.seen], aggregate: count, window: 30d, exact: always}
              seconds_30d:
                {description: d, unit: s, events: [page.seen], aggregate: sum, value: event.seconds, window: 30d}
              seconds_30d_exact:
                description: d
                unit: s
                events: [page.seen]
                aggregate: sum
                value: event.seconds
                window: 30d
                exact: always
              sites_7d:
                {description: d, unit: sites, events: [page.seen], aggregate: distinct, value: event.site, window: 7d}
              seconds_last_3:
                {description: d, unit: s, events: [page.seen], aggregate: mean, value: event.seconds, last: 3}
              pages_since_order:
                {description: d, unit: pages, events: [page.seen], aggregate: count, since: order.placed}
              first_page: {description: d, unit: d, events: [page.seen], aggregate: time-since-first}
              orders_open:
                description: d
                unit: orders
                events: [order.placed]
                until: [order.closed]
                key: order
                aggregate: open-count
              outage_open:
                description: d
                unit: min
                events: [outage.started]
                until: [outage.ended]
                key: outage
                aggregate: open-time
                window: 7d
              seconds_per_page:
                description: d
                unit: s
                expression: features.seconds_30d / features.pages_30d
            """;
    private static final Workspace WORKSPACE = FeatureBench.workspace(TYPES, FEATURES);
    private static final EventCatalogue CATALOGUE = EventCatalogue.load(WORKSPACE);

    private final List<CareEvent> shared = new ArrayList<>();
    private FeatureBench bench = bench();

    private FeatureBench bench() {
        SharedHistory history =
                (SubjectKind kind, String subject, String type, long from, long until) -> shared.stream()
                        .filter(event -> event.type().name().equals(type) && event.timeMillis() < until)
                        .toList();
        return new FeatureBench(CATALOGUE, FeatureDefinitions.load(WORKSPACE, CATALOGUE), history);
    }

    @Example
    void namesTheEventsOfAWindowWithTheirValues() {
        List<Explanation> given = explainAt(MIDNIGHT + 30 * DAY);
        see(MIDNIGHT - 1, 9);
        see(MIDNIGHT, 2);
        see(MIDNIGHT + HOUR, 3);
        bench.reach(MIDNIGHT + 30 * DAY);

        FeatureExplanation seconds = feature(given, "seconds_30d");
        assertThat(seconds.value()).isEqualTo(5);
        assertThat(seconds.isExact()).isTrue();
        assertThat(seconds.fromMillis()).isEqualTo(MIDNIGHT);
        assertThat(seconds.events()).extracting(Cause::id).containsExactly("e1", "e2");
        assertThat(seconds.events()).extracting(Cause::value).containsExactly(2.0, 3.0);
        assertThat(feature(given, "pages_30d").events()).extracting(Cause::id).containsExactly("e1", "e2");
        assertThat(feature(given, "pages_30d").events())
                .extracting(Cause::value)
                .containsOnlyNulls();
        assertThat(feature(given, "seconds_per_page").reads()).containsEntry("seconds_30d", 5.0);
    }

    @Example
    void aValueFromTilesNamesAlsoTheEventsFromBeforeTheWindowAndSaysWhatItWouldBeExactly() {
        long now = MIDNIGHT + 10 * HOUR + 30 * DAY;
        List<Explanation> given = explainAt(now);
        for (int hour = 0; hour < 20; hour++) {
            see(MIDNIGHT + hour * HOUR, 1);
        }
        for (int minute = 0; minute < 200; minute++) {
            see(MIDNIGHT + 20 * DAY + minute * MINUTE, 1);
        }
        bench.reach(now);

        for (String name : List.of("pages_30d", "seconds_30d")) {
            FeatureExplanation fromTiles = feature(given, name);
            assertThat(fromTiles.value()).isEqualTo(220);
            assertThat(fromTiles.isExact()).isFalse();
            assertThat(fromTiles.exactValue()).isEqualTo(210);
            assertThat(fromTiles.events()).hasSize(220);
            assertThat(fromTiles.events().get(0).countsAtMillis()).isLessThan(fromTiles.fromMillis());
            FeatureExplanation exact = feature(given, name + "_exact");
            assertThat(exact.isExact()).isTrue();
            assertThat(exact.events()).hasSize(210);
        }
    }

    @Example
    void namesWhatIsOpenAlsoWhereAllCustomersShareIt() {
        List<Explanation> given = explainAt(MIDNIGHT + DAY);
        bench.observe("order.placed", MIDNIGHT, Map.of("order", "a"));
        bench.observe("order.placed", MIDNIGHT + 1, Map.of("order", "b"));
        bench.observe("order.closed", MIDNIGHT + 2, Map.of("order", "a"));
        shared.add(bench.event("outage.started", MIDNIGHT + HOUR, Map.of("outage", "o")));
        bench.reach(MIDNIGHT + DAY);

        assertThat(feature(given, "orders_open").events()).extracting(Cause::id).containsExactly("e1");
        assertThat(feature(given, "outage_open").value()).isEqualTo(23 * 60);
        assertThat(feature(given, "outage_open").events()).extracting(Cause::id).containsExactly("e3");
    }

    @Example
    void aCountThatCameLaterNamesTheEventsFromBefore() {
        bench = FeatureBench.of(TYPES, """
                features:
                  seconds_30d:
                    {description: d, unit: s, events: [page.seen], aggregate: sum, value: event.seconds, window: 30d}
                """);
        List<Explanation> given = explainAt(MIDNIGHT + 2 * DAY);
        see(MIDNIGHT, 1);
        bench.apply(
                "features: {pages_30d: {description: d, unit: pages, events: [page.seen], aggregate: count,"
                        + " window: 30d}, longest_30d: {description: d, unit: s, events: [page.seen], aggregate: max,"
                        + " value: event.seconds * 2.0, window: 30d}}",
                MIDNIGHT + DAY);
        see(MIDNIGHT + DAY, 1);
        bench.reach(MIDNIGHT + 2 * DAY);

        assertThat(feature(given, "pages_30d").events()).extracting(Cause::id).containsExactly("e0", "e1");
        assertThat(feature(given, "longest_30d").events()).extracting(Cause::id).containsExactly("e1");
        assertThat(feature(given, "longest_30d").completeness().fedSinceMillis())
                .isEqualTo(MIDNIGHT + DAY);
    }

    /** What is named gives the value, and what of it lies in the window the exact value. */
    @Property(tries = 20)
    void whatIsNamedGivesTheValue(@ForAll Random random) {
        bench = bench();
        shared.clear();
        long now = MIDNIGHT + 40 * DAY;
        List<Explanation> given = explainAt(now);
        long clock = MIDNIGHT;
        while (clock < now) {
            observe(clock, random);
            clock += random.nextInt(30) == 0 ? random.nextInt(5 * (int) DAY) : random.nextInt((int) HOUR);
            bench.handleDue(Math.min(clock, now));
        }
        bench.reach(now);

        assertThat(given).hasSize(1);
        for (FeatureExplanation explained : given.get(0).features()) {
            String name = explained.feature().name();
            assertThat(explained.value()).as(name).isEqualTo((Double) bench.value(name, now));
            if (name.endsWith("_exact")) {
                assertThat(explained.isExact()).as(name).isTrue();
                FeatureExplanation twin = feature(given, name.replace("_exact", ""));
                assertThat(explained.value()).isEqualTo(twin.exactValue());
                assertThat(twin.value()).as(name).isEqualTo(given(twin));
            }
        }
    }

    private static double given(FeatureExplanation counted) {
        return counted.feature().name().startsWith("pages")
                ? counted.events().size()
                : counted.events().stream()
                        .mapToDouble(event -> event.value() instanceof Double seconds ? seconds : 0)
                        .sum();
    }

    private void observe(long clock, Random random) {
        long time = random.nextInt(6) == 0 ? clock - random.nextInt(10 * (int) DAY) : clock;
        Map<String, Object> fields = new HashMap<>(Map.of("site", "s" + random.nextInt(9)));
        if (random.nextInt(8) > 0) {
            fields.put("seconds", (double) random.nextInt(100));
        }
        boolean isOrder = random.nextInt(20) == 0;
        bench.observe(
                isOrder
                        ? bench.event("order.placed", time, clock, Map.of("order", "o" + random.nextInt(50)))
                        : bench.event("page.seen", time, clock, fields),
                clock);
    }

    private List<Explanation> explainAt(long timeMillis) {
        List<Explanation> given = new ArrayList<>();
        bench.explain(timeMillis, given::add);
        return given;
    }

    private void see(long timeMillis, double seconds) {
        bench.observe("page.seen", timeMillis, Map.of("site", "s", "seconds", seconds));
    }

    private static FeatureExplanation feature(List<Explanation> given, String name) {
        return given.get(0).features().stream()
                .filter(explained -> explained.feature().name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
