package io.heed.events;

import io.heed.events.catalogue.DefinitionFile;
import io.heed.events.catalogue.EventCatalogue;
import java.util.List;

/** A small catalogue for tests. */
public final class TestCatalogue {
    private static final String YAML = """
            event-types:
              bill.issued:
                description: A bill.
                fields:
                  account: {type: text, required: true, reference: account}
                  amount: {type: number, unit: USD, required: true}
                  kind: {type: text, values: [regular, final]}
                  days: {type: whole}
                  phone: {type: text, personal: hash}
                  dueOn: {type: time}
                  paid: {type: flag}
                  items:
                    type: list
                    fields:
                      kind: {type: text}
                      amount: {type: number}
              usage.data:
                usual-delay: 6h
                fields:
                  megabytes: {type: number}
              call.started:
                fields:
                  conversation: {type: text, required: true}
                  direction: {type: text}
              call.ended:
                fields:
                  conversation: {type: text, required: true}
                  direction: {type: text}
            contacts:
              service:
                opens: [call.started]
                closes: [call.ended]
                conversation: conversation
                merge-gap: 30m
                where: event.direction != "outbound"
            """;

    private TestCatalogue() {}

    /** The catalogue. */
    public static EventCatalogue create() {
        return of(YAML);
    }

    /** A catalogue of one file, {@code test.yaml}. */
    public static EventCatalogue of(String yaml) {
        return EventCatalogue.load(folder ->
                folder.equals("events/definitions") ? List.of(new DefinitionFile("test.yaml", yaml)) : List.of());
    }
}
