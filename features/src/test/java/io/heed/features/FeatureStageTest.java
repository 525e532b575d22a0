package io.heed.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.events.CareEvent;
import io.heed.events.SubjectKind;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.catalogue.Workspace;
import io.heed.events.timeline.SharedHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeatureStageTest {
    private static final long DAY = 86_400_000;
    private static final long HOUR = 3_600_000;
    private static final long NOON = 20_000 * DAY;
    private static final String TYPES = """
            event-types:
              call.started: {fields: {account: {type: text}, price: {type: number}}}
              bill.issued:
                fields:
                  account: {type: text}
                  amount: {type: number}
                  items: {type: list, fields: {kind: {type: text}, amount: {type: number}}}
              account.known: {fields: {since: {type: time}}}
              outage.started: {subject: area, fields: {outage: {type: text}}}
              outage.ended: {subject: area, fields: {outage: {type: text}}}
              strike.announced: {subject: company}
            """;
    private static final String FEATURES = """
            features:
              calls_1h: {description: d, unit: calls, events: [call.started], aggregate: count, window: 1h}
              calls_90d: {description: d, unit: calls, events: [call.started], aggregate: count, window: 90d}
              price_mean_1h:
                {description: d, unit: USD, events: [call.started], aggregate: mean, value: event.price, window: 1h}
              calls_since_bill:
                {description: d, unit: calls, events: [call.started], aggregate: count, since: bill.issued, group: account}
              recurring_last:
                description: d
                unit: USD
                events: [bill.issued]
                aggregate: last
                value: sum(event.items.filter(i, i.kind == "recurring").map(i, i.amount))
              relation_days:
                {description: d, unit: d, events: [account.known], at: event.since, aggregate: time-since-first}
              outage_open_minutes:
                description: d
                unit: min
                events: [outage.started]
                until: [outage.ended]
                key: outage
                aggregate: open-time
                window: 7d
              strikes_7d: {description: d, unit: strikes, events: [strike.announced], aggregate: count, window: 7d}
              bill_per_call:
                description: d
                unit: USD
                events: [bill.issued]
                expression: event.amount / features.calls_90d
                where: features.calls_90d > 0.0
            """;

    private final List<CareEvent> shared = new ArrayList<>();
    private final FeatureBench bench = bench();

    private FeatureBench bench() {
        Workspace workspace = FeatureBench.workspace(TYPES, FEATURES);
        EventCatalogue catalogue = EventCatalogue.load(workspace);
        return new FeatureBench(catalogue, FeatureDefinitions.load(workspace, catalogue), new KeptHistory(shared));
    }

    private record KeptHistory(List<CareEvent> events) implements SharedHistory {
        @Override
        public List<CareEvent> events(SubjectKind kind, String subject, String type, long from, long until) {
            return events.stream()
                    .filter(event -> event.type().subject() == kind
                            && event.type().name().equals(type))
                    .filter(event ->
                            kind == SubjectKind.COMPANY || event.subject().equals(subject))
                    .filter(event -> event.timeMillis() >= from && event.timeMillis() < until)
                    .toList();
        }
    }

    @Test
    void aWindowHoldsItsBeginningAndNotItsEnd() {
        call(NOON);

        assertThat(bench.value("calls_1h", NOON)).isEqualTo(0);
        assertThat(bench.value("calls_1h", NOON + 1)).isEqualTo(1);
        assertThat(bench.value("calls_1h", NOON + HOUR)).isEqualTo(1);
        assertThat(bench.value("calls_1h", NOON + HOUR + 1)).isEqualTo(0);
    }

    @Test
    void withoutDataACountIsZeroAndAMeanIsAbsent() {
        assertThat(bench.value("calls_1h", NOON)).isEqualTo(0);
        assertThat(bench.value("price_mean_1h", NOON)).isNaN();
        assertThat(bench.at(NOON, null).get("price_mean_1h")).isNull();
    }

    @Test
    void aGroupIsThatOfTheEventAtHandAndAbsentWhereItNamesNone() {
        call(NOON);
        CareEvent bill = bench.event("bill.issued", NOON + 1, Map.of("account", "A"));
        CareEvent otherBill = bench.event("bill.issued", NOON + 1, Map.of("account", "B"));
        CareEvent unnamed = bench.event("bill.issued", NOON + 1, Map.of());

        assertThat(bench.at(NOON + 1, bill).value("calls_since_bill")).isEqualTo(1);
        assertThat(bench.at(NOON + 1, otherBill).value("calls_since_bill")).isEqualTo(0);
        assertThat(bench.at(NOON + 1, unnamed).value("calls_since_bill")).isNaN();
        assertThat(bench.value("calls_since_bill", NOON + 1)).isNaN();
    }

    @Test
    void aBillBeginsTheWindowSinceTheLastBill() {
        call(NOON);
        bench.observe("bill.issued", NOON + HOUR, Map.of("account", "A", "amount", 10.0));
        call(NOON + 2 * HOUR);
        call(NOON + 3 * HOUR);

        CareEvent bill = bench.event("bill.issued", NOON + DAY, Map.of("account", "A"));
        assertThat(bench.at(NOON + DAY, bill).value("calls_since_bill")).isEqualTo(2);
    }

    @Test
    void sumsItemsByKindAndReckonsFromAGivenTime() {
        Object[][] items = {{"recurring", 20.0}, {"arrears", 99.0}, {"recurring", 5.0}};
        bench.observe("bill.issued", NOON, Map.of("items", items));
        bench.observe("account.known", NOON, Map.of("since", NOON - 400 * DAY));

        assertThat(bench.value("recurring_last", NOON + 1)).isEqualTo(25);
        assertThat(bench.value("relation_days", NOON + DAY)).isEqualTo(401);
    }

    @Test
    void derivesFromTheEventAtHandAndIsAbsentForOtherEvents() {
        call(NOON);
        call(NOON);
        CareEvent bill = bench.event("bill.issued", NOON + 1, Map.of("amount", 50.0));
        CareEvent call = bench.event("call.started", NOON + 1, Map.of());

        assertThat(bench.at(NOON + 1, bill).value("bill_per_call")).isEqualTo(25);
        assertThat(bench.at(NOON + 1, call).value("bill_per_call")).isNaN();
        assertThat(bench.at(NOON, bill).value("bill_per_call")).isNaN();
    }

    @Test
    void readsOutagesOfTheAreaThatTheProfileNamedLast() {
        bench.observe("customer.profile", NOON, Map.of("area", "north"));
        share("outage.started", "north", NOON + HOUR, "o1");
        share("outage.started", "south", NOON, "o2");
        share("outage.ended", "north", NOON + 3 * HOUR, "o1");

        assertThat(bench.value("outage_open_minutes", NOON + HOUR)).isEqualTo(0);
        assertThat(bench.value("outage_open_minutes", NOON + 2 * HOUR)).isEqualTo(60);
        assertThat(bench.value("outage_open_minutes", NOON + 3 * HOUR + 1)).isEqualTo(0);
        bench.observe("customer.profile", NOON + 4 * HOUR, Map.of("area", "south"));
        bench.observe("customer.profile", NOON + 4 * HOUR, Map.of("language", "es"));
        assertThat(bench.value("outage_open_minutes", NOON + 4 * HOUR)).isEqualTo(0);
        assertThat(bench.value("outage_open_minutes", NOON + 5 * HOUR)).isEqualTo(300);
    }

    @Test
    void readsEventsOfTheCompanyWithoutAnyProfile() {
        shared.add(bench.event("strike.announced", NOON, Map.of()));

        assertThat(bench.value("strikes_7d", NOON + 1)).isEqualTo(1);
    }

    @Test
    void aSilentCustomerKeepsNothingThatCannotBeRead() {
        for (int i = 0; i < 200; i++) {
            call(NOON + i * HOUR);
        }
        bench.observe("account.known", NOON, Map.of());
        assertThat(bench.bytes()).isPositive();

        bench.handleDue(NOON + 400 * DAY);

        assertThat(bench.value("calls_90d", NOON + 400 * DAY)).isEqualTo(0);
        assertThat(bench.bytes()).isLessThan(80);
    }

    @Test
    void anEventRewritesLittleHoweverManyCameBefore() {
        for (int i = 0; i < 3_000; i++) {
            call(NOON + i * HOUR / 2);
        }

        assertThat(bench.value("calls_90d", NOON + 1_500 * HOUR)).isEqualTo(3_000);
        assertThat(bench.bytes()).isLessThan(90_000);
    }

    @Test
    void unchangedFeaturesKeepTheirValuesWhenOthersComeAndGo() {
        call(NOON);
        bench.observe("bill.issued", NOON, Map.of("account", "A", "amount", 3.0));

        bench.restartWith(TYPES, """
                features:
                  bills_7d: {description: d, unit: bills, events: [bill.issued], aggregate: count, window: 7d}
                  calls_90d: {description: d, unit: calls, events: [call.started], aggregate: count, window: 90d}
                """);

        assertThat(bench.value("calls_90d", NOON + 1)).isEqualTo(1);
        assertThat(bench.value("bills_7d", NOON + 1)).isEqualTo(0);
    }

    @Test
    void stateOfRemovedFeaturesIsDroppedWhenItIsNextPruned() {
        call(NOON);
        bench.restartWith(TYPES, "features: {}");

        bench.handleDue(NOON + 31 * DAY);

        assertThat(bench.bytes()).isEqualTo(0);
    }

    @Test
    void forgetsTheCustomer() {
        call(NOON);
        bench.observe("customer.profile", NOON, Map.of("area", "north"));

        bench.clear();

        assertThat(bench.bytes()).isEqualTo(0);
        assertThat(bench.value("calls_90d", NOON + 1)).isEqualTo(0);
    }

    private void call(long timeMillis) {
        bench.observe("call.started", timeMillis, Map.of("account", "A"));
    }

    private void share(String type, String area, long timeMillis, String outage) {
        shared.add(bench.event(type, timeMillis, Map.of("outage", outage)).withSubject(area));
    }
}
