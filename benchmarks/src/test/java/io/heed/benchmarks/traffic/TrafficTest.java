package io.heed.benchmarks.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.heed.events.CareEvent;
import io.heed.events.catalogue.EventCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the made-up traffic is like. */
class TrafficTest {
    private static final EventCatalogue CATALOGUE = TrafficTypes.catalogue();

    @Test
    void theSamePlanGivesTheSameEvents() {
        TrafficPlan plan = TrafficPlan.of(1_000, 50);

        assertThat(events(plan)).isEqualTo(events(plan));
    }

    @Test
    void eventsComeInOrderOfTimeWithIdsOfTheirOwn() {
        List<CareEvent> events = events(TrafficPlan.of(2_000, 100).withHotEvents(500));

        assertThat(events).isSortedAccordingTo((a, b) -> Long.compare(a.timeMillis(), b.timeMillis()));
        assertThat(events.stream().map(CareEvent::id)).doesNotHaveDuplicates();
        assertThat(events.stream().filter(event -> event.subject().equals(TrafficPlan.HOT_CUSTOMER)))
                .hasSize(500);
    }

    @Test
    void sharesAreThoseOfATelco() {
        Map<String, Double> shares = new TreeMap<>();
        List<CareEvent> events = events(TrafficPlan.of(100_000, 6_000));
        events.forEach(event -> shares.merge(event.type().name(), 100.0 / events.size(), Double::sum));

        assertThat(shares).hasSize(12);
        assertThat(shares.get("usage.data")).isCloseTo(45, within(3.0));
        assertThat(shares.get("usage.voice")).isCloseTo(14, within(3.0));
        assertThat(shares.get("web.visited")).isCloseTo(12, within(3.0));
        assertThat(shares.get("bill.issued")).isCloseTo(6, within(2.0));
        assertThat(shares.get("call.dropped")).isCloseTo(4, within(2.0));
    }

    private static List<CareEvent> events(TrafficPlan plan) {
        Traffic traffic = new Traffic(plan, CATALOGUE);
        List<CareEvent> events = new ArrayList<>();
        for (long i = 0; i < plan.total(); i++) {
            events.add(traffic.next());
        }
        return events;
    }
}
