package io.heed.models.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.events.CareEvent;
import io.heed.events.catalogue.DefinitionFile;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.testing.CareEvents;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DecisionSlicesTest {
    private static final EventCatalogue CATALOGUE = EventCatalogue.load(folder -> folder.equals("events/definitions")
            ? List.of(new DefinitionFile("events/definitions/e.yaml", """
                    event-types:
                      ticket.opened:
                        description: A ticket was opened.
                        subject: customer
                        fields:
                          channel:  {type: text, description: "How."}
                          priority: {type: whole, description: "1 for the highest."}
                    """))
            : List.of());

    private final CareEvents events = CareEvents.on(CATALOGUE);

    @Test
    void aSliceIsTheTextOfItsExpressionInTheOrderOfTheNames() {
        DecisionSlices slices = slices(Map.of(
                "channel", "event.channel",
                "often", "features.contacts_7d > 3.0 ? \"often\" : \"seldom\"",
                "priority", "event.priority"));
        CareEvent event = events.of("ticket.opened")
                .at(5)
                .with("channel", "chat")
                .with("priority", 2L)
                .create();

        assertThat(slices.of(event, feature -> 4.0)).containsExactly("chat", "often", "2");
    }

    @Test
    void whatReadsSomethingAbsentIsEmpty() {
        DecisionSlices slices = slices(Map.of("channel", "event.channel", "often", "features.contacts_7d > 3.0"));

        assertThat(slices.of(events.of("ticket.opened").at(5).create(), feature -> null))
                .containsExactly("", "");
    }

    private static DecisionSlices slices(Map<String, String> expressions) {
        Target target = new Target(
                "again",
                "",
                "ticket.opened",
                List.of("ticket.opened"),
                10,
                null,
                Long.MIN_VALUE,
                Long.MAX_VALUE,
                List.of("contacts_7d"),
                new TreeMap<>(expressions));
        return new DecisionSlices(target, CATALOGUE.require("ticket.opened"), Set.of("contacts_7d"));
    }
}
