package io.heed.jobs.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.events.CareEvent;
import io.heed.events.SubjectKind;
import io.heed.events.catalogue.DefinitionFile;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.testing.CareEvents;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SharedEventsOracleTest {
    private static final EventCatalogue CATALOGUE =
            EventCatalogue.load(folder -> List.of(new DefinitionFile("events/definitions/network.yaml", """
                    event-types:
                      outage.started: {description: An area is cut off., subject: area}
                      outage.ended: {description: An area is back., subject: area}
                      price.changed: {description: Prices change., subject: company}
                    """)));

    private final CareEvents events = CareEvents.on(CATALOGUE);
    private final SharedEvents shared = new SharedEvents();

    @Test
    void theSpanHoldsItsBeginningAndNotItsEnd() {
        for (long time : new long[] {9, 10, 19, 20}) {
            shared.add(outage("north", time));
        }

        assertThat(times(shared.events(SubjectKind.AREA, "north", "outage.started", 10, 20)))
                .containsExactly(10L, 19L);
    }

    @Test
    void theCompanysEventsAreEverybodys() {
        shared.add(events.of("price.changed").about("acme").at(5).create());

        assertThat(shared.events(SubjectKind.COMPANY, "", "price.changed", 0, 10))
                .hasSize(1);
        assertThat(shared.events(SubjectKind.COMPANY, "anybody", "price.changed", 0, 10))
                .hasSize(1);
    }

    @Test
    void anEventThatComesAgainChangesNothing() {
        CareEvent event = outage("north", 5);
        shared.add(event);
        shared.add(event);

        assertThat(shared.all()).containsExactly(event);
    }

    @Test
    void eventsOfTheSameTimeStandBySourceAndSequenceWhateverTheOrderOfArrival() {
        CareEvent first =
                events.of("outage.started").about("north").from("alarms").at(5).create();
        CareEvent second =
                events.of("outage.started").about("north").from("tickets").at(5).create();
        CareEvent third =
                events.of("outage.started").about("north").from("tickets").at(5).create();
        List.of(third, first, second).forEach(shared::add);

        assertThat(shared.events(SubjectKind.AREA, "north", "outage.started", 0, 10))
                .containsExactly(first, second, third);
    }

    @Property(tries = 200)
    void whatIsFoundIsWhatLookingThroughAllEventsFinds(@ForAll long seed) {
        Random random = new Random(seed);
        SharedEvents history = new SharedEvents();
        List<CareEvent> all = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            CareEvent event = events.of(type(random))
                    .about(area(random))
                    .at(random.nextInt(50))
                    .create();
            all.add(event);
            history.add(event);
        }
        for (int i = 0; i < 20; i++) {
            String type = type(random);
            SubjectKind kind = CATALOGUE.require(type).subject();
            String area = area(random);
            long from = random.nextInt(50);
            long until = random.nextInt(60);

            assertThat(history.events(kind, area, type, from, until))
                    .isEqualTo(all.stream()
                            .filter(event -> event.type().name().equals(type))
                            .filter(event -> kind == SubjectKind.COMPANY
                                    || event.subject().equals(area))
                            .filter(event -> event.timeMillis() >= from && event.timeMillis() < until)
                            .sorted(Comparator.comparingLong(CareEvent::timeMillis)
                                    .thenComparingLong(CareEvent::sequence))
                            .toList());
        }
        assertThat(history.all()).containsExactlyInAnyOrderElementsOf(all);
    }

    private static String type(Random random) {
        return List.of("outage.started", "outage.ended", "price.changed").get(random.nextInt(3));
    }

    private static String area(Random random) {
        return "area" + random.nextInt(3);
    }

    private CareEvent outage(String area, long timeMillis) {
        return events.of("outage.started").about(area).at(timeMillis).create();
    }

    private static List<Long> times(List<CareEvent> found) {
        return found.stream().map(CareEvent::timeMillis).toList();
    }
}
