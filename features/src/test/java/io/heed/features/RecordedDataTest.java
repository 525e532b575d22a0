package io.heed.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Declared features against figures that others worked out from the same recorded events. */
class RecordedDataTest {
    @Test
    void contactCountsOfTheServiceDeskEqualItsLabelsOnEveryRow() {
        RecordedData data = new RecordedData("service-desk");
        Map<String, Map<String, String>> labels = data.rows("labels.csv.gz", "eventId");
        AtomicInteger compared = new AtomicInteger();

        long events = data.replay((event, features) -> {
            Map<String, String> row = labels.get(event.id());
            if (row != null) {
                compared.incrementAndGet();
                assertThat(features.value("contacts_24h")).isEqualTo(number(row, "contactsPrev24h"));
                assertThat(features.value("contacts_7d")).isEqualTo(number(row, "contactsPrev7d"));
                assertThat(features.value("contacts_30d")).isEqualTo(number(row, "contactsPrev30d"));
                assertThat(features.value("contacts_180d")).isEqualTo(number(row, "contactsPrevAll"));
                assertSame(features.value("hours_since_last_contact"), row, "hoursSinceLastContact", 1e-4);
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
