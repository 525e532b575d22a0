package io.heed.jobs.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.events.CareEvent;
import io.heed.events.EventType;
import io.heed.events.SubjectKind;
import io.heed.events.catalogue.DefinitionFile;
import io.heed.events.catalogue.EventCatalogue;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedEventsTest {
    private static final EventCatalogue CATALOGUE = EventCatalogue.load(
            folder -> folder.equals("events/definitions") ? List.of(new DefinitionFile("test.yaml", """
                    event-types:
                      outage.started: {subject: area}
                      outage.reported: {subject: area, usual-delay: 6h}
                    """)) : List.of());

    private final SharedEvents shared = new SharedEvents();

    @Test
    void aCopyReadAtAnotherPositionCountsOnce() {
        assertThat(shared.add(event("outage.started", 10, 10, 1))).isTrue();
        assertThat(shared.add(event("outage.started", 10, 12, 99))).isFalse();

        assertThat(seen("outage.started", 20)).hasSize(1);
    }

    @Test
    void anEventThatComesLaterThanItHappensIsSeenFromItsArrivalOn() {
        shared.add(event("outage.reported", 10, 50, 1));

        assertThat(seen("outage.reported", 50)).isEmpty();
        assertThat(seen("outage.reported", 51)).hasSize(1);
    }

    private List<CareEvent> seen(String type, long untilMillis) {
        return shared.events(SubjectKind.AREA, "north", type, 0, untilMillis);
    }

    private static CareEvent event(String name, long timeMillis, long arrivedMillis, long sequence) {
        EventType type = CATALOGUE.require(name);
        Object[] row = new Object[type.fields().size()];
        return new CareEvent(type, "e", "network", "north", timeMillis, arrivedMillis, sequence, row);
    }
}
