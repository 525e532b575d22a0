package io.heed.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.heed.events.CareEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Declared features against figures that others worked out from the same recorded events. */
class RecordedDataTest {
    private static final long DAY = 86_400_000;
    private static final int ALWAYS_EXACT = 64;

    @Test
    void contactCountsOfTheServiceDeskEqualItsLabelsWithinTheirBoundsOnEveryRow() {
        RecordedData data = new RecordedData("service-desk");
        Map<String, Map<String, String>> labels = data.rows("labels.csv.gz", "eventId");
        Map<String, List<Long>> tickets = new HashMap<>();
        AtomicInteger compared = new AtomicInteger();

        long events = data.replay((event, features) -> {
            Map<String, String> row = labels.get(event.id());
            if (row != null) {
                compared.incrementAndGet();
                List<Long> before = tickets.getOrDefault(event.subject(), List.of());
                assertThat(features.value("contacts_24h"))
                        .isBetween(number(row, "contactsPrev24h"), most(data, "contacts_24h", DAY, before, event));
                assertThat(features.value("contacts_7d"))
                        .isBetween(number(row, "contactsPrev7d"), most(data, "contacts_7d", 7 * DAY, before, event));
                assertThat(features.value("contacts_30d"))
                        .isBetween(number(row, "contactsPrev30d"), most(data, "contacts_30d", 30 * DAY, before, event));
                assertThat(features.value("contacts_180d")).isEqualTo(number(row, "contactsPrevAll"));
                assertSame(features.value("hours_since_last_contact"), row, "hoursSinceLastContact", 1e-4);
            }
            if (event.type().name().equals("ticket.opened")) {
                tickets.computeIfAbsent(event.subject(), any -> new ArrayList<>())
                        .add(event.timeMillis());
            }
        });

        assertThat(events).isEqualTo(97_460);
        assertThat(compared).hasValue(labels.size());
    }

    @Test
    void ratioAndSpikeOfCardBillsAreReproducedOnEveryRow() {
        RecordedData data = new RecordedData("card-bills");
        Map<String, Map<String, String>> rises = data.rows("bill-rises.csv.gz", "customerId", "time");
        AtomicInteger compared = new AtomicInteger();

        data.replay((event, features) -> {
            String key = event.subject() + "|" + Instant.ofEpochMilli(event.timeMillis());
            Map<String, String> row = event.type().name().equals("bill.issued") ? rises.get(key) : null;
            if (row != null) {
                compared.incrementAndGet();
                assertSame(features.value("bill_mean_last_3"), row, "meanPrevious", 1e-4);
                assertSame(features.value("bill_ratio"), row, "ratio", 1e-6);
                assertThat(features.value("bill_spike")).as("%s", row).isEqualTo(number(row, "spike"));
            }
        });

        assertThat(compared).hasValue(rises.size()).hasValueGreaterThan(40_000);
    }

    /** The tickets of a window that is longer by the bound that its feature states, where there are many, else by nothing. */
    private static double most(
            RecordedData data, String feature, long windowMillis, List<Long> tickets, CareEvent event) {
        long bound = tickets.size() <= ALWAYS_EXACT ? 0 : data.overInclusionMillis(feature);
        long fromMillis = event.timeMillis() - windowMillis - bound;
        return tickets.stream()
                .filter(time -> time >= fromMillis && time < event.timeMillis())
                .count();
    }

    private static void assertSame(double value, Map<String, String> row, String column, double tolerance) {
        if (row.getOrDefault(column, "").isEmpty()) {
            assertThat(value).as("%s", row).isNaN();
        } else {
            assertThat(value).as("%s", row).isCloseTo(number(row, column), within(tolerance));
        }
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.getOrDefault(column, "none"));
    }
}
