package io.heed.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.events.CareEvent;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.timeline.SharedHistory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** Things that end, and bills that are corrected, against the obvious way to work them out from all events. */
class TrackedOracleTest {
    private static final String TYPES = """
            event-types:
              bill.issued:
                fields:
                  bill: {type: text}
                  account: {type: text}
                  amount: {type: number}
              bill.corrected:
                fields:
                  bill: {type: text}
                  replaces: {type: text}
                  account: {type: text}
                  amount: {type: number}
              addon.added: {fields: {addon: {type: text}, monthly: {type: number}}}
              addon.cancelled: {fields: {addon: {type: text}}}
            """;
    private static final String FEATURES = """
            features:
              bill_mean_last_3:
                description: Mean of the last three bills.
                unit: USD
                events: [bill.issued]
                key: bill
                replaced: {by: bill.corrected, naming: replaces}
                aggregate: mean
                value: event.amount
                where: event.amount > 2.0
                last: 3
                group: account
              bill_sum_60d:
                description: Sum of the bills of sixty days.
                unit: USD
                events: [bill.issued]
                key: bill
                replaced: {by: bill.corrected, naming: replaces}
                aggregate: sum
                value: event.amount
                where: event.amount > 2.0
                window: 60d
                group: account
              addons_open:
                description: Add-ons held.
                unit: add-ons
                events: [addon.added]
                until: addon.cancelled
                key: addon
                aggregate: open-count
              addon_open_time:
                description: For how long the oldest add-on is held.
                unit: h
                events: [addon.added]
                until: addon.cancelled
                key: addon
                aggregate: open-time
              addon_price_max_30d:
                description: Price of the dearest add-on taken lately and still held.
                unit: USD
                events: [addon.added]
                until: addon.cancelled
                key: addon
                aggregate: max
                value: event.monthly
                window: 30d
            """;
    private static final EventCatalogue CATALOGUE = EventCatalogue.load(FeatureBench.workspace(TYPES, FEATURES));
    private static final FeatureDefinitions DECLARED =
            FeatureDefinitions.load(FeatureBench.workspace(TYPES, FEATURES), CATALOGUE);
    private static final long START = 1_700_000_000_000L;
    private static final long HOUR = 3_600_000;
    private static final long DAY = 24 * HOUR;
    private static final long LARGEST_DISORDER = 20 * DAY;
    private static final long AGAIN = 25 * DAY;

    private final List<CareEvent> observed = new ArrayList<>();

    @Property(tries = 100)
    void equalsBruteForceOverRandomStreams(@ForAll Random random) {
        FeatureBench bench = new FeatureBench(CATALOGUE, DECLARED, SharedHistory.EMPTY);
        observed.clear();
        List<CareEvent> all = stream(bench, random);
        long clock = START;
        for (CareEvent event : all) {
            if (event.timeMillis() >= clock) {
                clock = event.timeMillis();
                bench.handleDue(clock);
                compare(bench, clock);
            }
            bench.observe(event);
            observed.add(event);
        }
        bench.handleDue(clock + 20 * DAY);
        compare(bench, clock + 20 * DAY);
    }

    private List<CareEvent> stream(FeatureBench bench, Random random) {
        List<CareEvent> all = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            long time = START + i * (4 * DAY) + DAY * random.nextInt(2);
            String account = random.nextBoolean() ? "A" : "B";
            String bill = "b" + i;
            all.add(bench.event(
                    "bill.issued", time, Map.of("bill", bill, "account", account, "amount", amount(random))));
            for (int correction = 0; random.nextInt(3) == 0; correction++) {
                time += (1 + random.nextInt(3)) * HOUR;
                String next = bill + "c" + correction;
                all.add(bench.event(
                        "bill.corrected",
                        time,
                        Map.of("bill", next, "replaces", bill, "account", account, "amount", amount(random))));
                bill = next;
            }
        }
        for (int i = 0; i < 15; i++) {
            long time = START + 2 * DAY * random.nextInt(50);
            all.add(bench.event("addon.added", time, Map.of("addon", "a" + i, "monthly", amount(random))));
            int again = random.nextBoolean() ? 0 : random.nextInt(4);
            for (int more = 1; more <= again; more++) {
                long begun = time + more * AGAIN;
                all.add(bench.event("addon.added", begun, Map.of("addon", "a" + i, "monthly", amount(random))));
            }
            if (random.nextBoolean()) {
                long last = again == 0 ? time : time + again * AGAIN + LARGEST_DISORDER;
                all.add(bench.event("addon.cancelled", last + HOUR * random.nextInt(300), Map.of("addon", "a" + i)));
            }
        }
        Collections.shuffle(all, random);
        long disorderMillis = (long) (random.nextDouble() * random.nextDouble() * LARGEST_DISORDER);
        Map<CareEvent, Double> arrival = new HashMap<>();
        all.forEach(event -> arrival.put(event, event.timeMillis() + random.nextDouble() * disorderMillis));
        all.sort(Comparator.comparing(arrival::get));
        return all;
    }

    private static double amount(Random random) {
        return random.nextInt(20) / 2.0;
    }

    private void compare(FeatureBench bench, long now) {
        for (String account : List.of("A", "B")) {
            FeatureView view = bench.at(now, bench.event("bill.issued", now, Map.of("account", account)));
            List<Double> bills = bills(account, Long.MIN_VALUE, now);
            List<Double> last = bills.subList(Math.max(0, bills.size() - 3), bills.size());
            assertThat(view.value("bill_mean_last_3"))
                    .isEqualTo(Double.valueOf(last.isEmpty() ? Double.NaN : sum(last) / last.size()));
            assertThat(view.value("bill_sum_60d")).isEqualTo(sum(bills(account, now - 60 * DAY, now)));
        }
        List<CareEvent> open = open(now);
        assertThat(bench.value("addons_open", now)).isEqualTo(open.size());
        assertThat(bench.value("addon_open_time", now))
                .isEqualTo(open.stream()
                        .mapToDouble(e -> (now - e.timeMillis()) / (double) HOUR)
                        .max()
                        .orElse(0));
        assertThat(bench.value("addon_price_max_30d", now))
                .isEqualTo(Double.valueOf(open.stream()
                        .filter(e -> e.timeMillis() >= now - 30 * DAY)
                        .mapToDouble(e -> e.number("monthly"))
                        .max()
                        .orElse(Double.NaN)));
    }

    /** The amounts that hold, by the time of the bills; bills of one time are added up in any order. */
    private List<Double> bills(String account, long from, long now) {
        List<CareEvent> issued = new ArrayList<>(observed);
        issued.removeIf(event -> !event.type().name().equals("bill.issued")
                || !account.equals(event.text("account"))
                || event.timeMillis() >= now
                || event.timeMillis() < from);
        issued.sort(Comparator.comparingLong(CareEvent::timeMillis));
        List<Double> amounts = new ArrayList<>();
        for (CareEvent bill : issued) {
            CareEvent holds = bill;
            for (CareEvent next = correction(bill, now); next != null; next = correction(next, now)) {
                holds = next;
            }
            if (holds.number("amount") > 2) {
                amounts.add(holds.number("amount"));
            }
        }
        return amounts;
    }

    private @Nullable CareEvent correction(CareEvent bill, long now) {
        return observed.stream()
                .filter(event -> Objects.equals(bill.text("bill"), event.text("replaces")) && event.timeMillis() < now)
                .findFirst()
                .orElse(null);
    }

    /** The beginnings of what is open; of several of one key, the first. */
    private List<CareEvent> open(long now) {
        Map<String, CareEvent> begun = new HashMap<>();
        observed.stream()
                .filter(event -> event.type().name().equals("addon.added") && event.timeMillis() < now)
                .sorted(Comparator.comparingLong(CareEvent::timeMillis))
                .forEach(event -> begun.putIfAbsent(Objects.requireNonNull(event.text("addon")), event));
        observed.stream()
                .filter(event -> event.type().name().equals("addon.cancelled") && event.timeMillis() < now)
                .forEach(event -> begun.remove(event.text("addon")));
        return List.copyOf(begun.values());
    }

    private static double sum(List<Double> amounts) {
        return amounts.stream().mapToDouble(amount -> amount).sum();
    }
}
