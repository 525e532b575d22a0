package io.heed.events.catalogue;

import java.io.Serializable;
import java.util.List;

/**
 * What counts as a contact of a customer with the company.
 *
 * @param name what the contact is called
 * @param opens the types whose events open a contact
 * @param closes the types whose events end it; a type in both opens and ends it at once
 * @param conversation the field that names the conversation, "" where there is none: then any closing ends the contact
 * @param mergeGapMillis an opening this soon after the last end belongs to the same contact
 * @param where a CEL condition over {@code event} that must hold for an opening to count, "" for all
 */
public record ContactDefinition(
        String name, List<String> opens, List<String> closes, String conversation, long mergeGapMillis, String where)
        implements Serializable {
    /** Copies the lists and checks that something opens a contact. */
    public ContactDefinition {
        opens = List.copyOf(opens);
        closes = List.copyOf(closes);
        if (opens.isEmpty()) {
            throw new IllegalArgumentException("contact names no event type that opens it: " + name);
        }
    }
}
