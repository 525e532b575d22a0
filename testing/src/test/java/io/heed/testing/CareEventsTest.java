package io.heed.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heed.events.CareEvent;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.catalogue.Workspace;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class CareEventsTest {
    private static final EventCatalogue CATALOGUE = EventCatalogue.load(Workspace.local(Path.of("..")));

    @Test
    void anEventIsDescribedByTheNamesOfItsFields() {
        CareEvent bill = CareEvents.on(CATALOGUE)
                .of("bill.issued")
                .about("c7")
                .at("2026-03-01T10:00:00Z")
                .with("amount", 12.5)
                .create();

        assertThat(bill.subject()).isEqualTo("c7");
        assertThat(Instant.ofEpochMilli(bill.timeMillis())).isEqualTo("2026-03-01T10:00:00Z");
        assertThat(bill.number("amount")).isEqualTo(12.5);
    }

    @Test
    void aWrongFieldOrValueIsRefused() {
        CareEvents events = CareEvents.on(CATALOGUE);

        assertThatThrownBy(() -> events.of("bill.issued").with("amout", 1.0))
                .hasMessage("field is not declared by bill.issued: amout");
        assertThatThrownBy(() -> events.of("bill.issued").with("amount", "much"))
                .hasMessage("amount is not a NUMBER: String");
    }

    @Test
    void aRandomStreamHasEqualTimesDisorderAndLateEventsAndIsTheSameForTheSameSeed() {
        List<CareEvent> events = stream(5);

        assertThat(stream(5)).isEqualTo(events);
        assertThat(stream(6)).isNotEqualTo(events);
        long newest = Long.MIN_VALUE;
        int late = 0;
        int disordered = 0;
        for (CareEvent event : events) {
            newest = Math.max(newest, event.timeMillis());
            disordered += event.timeMillis() < newest ? 1 : 0;
            late += event.timeMillis() < newest - 60_000 ? 1 : 0;
        }
        assertThat(disordered).isGreaterThan(late);
        assertThat(late).isPositive();
        assertThat(new HashSet<>(events.stream().map(CareEvent::timeMillis).toList()))
                .hasSizeLessThan(events.size());
    }

    private static List<CareEvent> stream(long seed) {
        return new RandomEvents(seed, List.copyOf(CATALOGUE.types()), 60_000, 0.1).next("c1", 500, 30_000);
    }
}
