package io.heed.features;

import io.heed.events.SubjectKind;
import java.io.Serializable;
import java.util.List;

/**
 * Which events are kept, and what of each. Features that say the same here share what is kept.
 *
 * @param subject whom the events are about
 * @param events the types read, those that replace others included
 * @param where the condition that an event must fulfil, "" for none
 * @param value what is kept of each event, "" for nothing but its time
 * @param text whether the value is a text, of which only a hash is kept
 * @param at when an event counts, "" for its own time
 * @param group the field whose values are kept apart, "" for none
 * @param key the field that names each thing, "" where nothing is ended or replaced
 * @param until the types that end what an event began
 * @param replacedBy the type whose events take the place of earlier ones, "" for none
 * @param naming the field by which they name the one they replace
 */
record SeriesDefinition(
        SubjectKind subject,
        List<String> events,
        String where,
        String value,
        boolean text,
        String at,
        String group,
        String key,
        List<String> until,
        String replacedBy,
        String naming)
        implements Serializable {
    SeriesDefinition {
        events = List.copyOf(events);
        until = List.copyOf(until);
    }

    /** The events of some types alone, as marks on the line of time. */
    static SeriesDefinition marks(SubjectKind subject, List<String> events, String group) {
        return new SeriesDefinition(subject, events, "", "", false, "", group, "", List.of(), "", "");
    }

    /** Whether its entries may be ended or replaced. */
    boolean isTracked() {
        return !key.isEmpty();
    }

    /** Whether it is kept for each customer, rather than read from what all share. */
    boolean isKept() {
        return subject == SubjectKind.CUSTOMER;
    }

    /** The same events, whatever their values. */
    SeriesDefinition withoutValue() {
        return new SeriesDefinition(subject, events, where, "", false, at, group, key, until, replacedBy, naming);
    }

    /** Everything that changes what is kept, in one fixed form. */
    String canonical() {
        return String.join(
                "\n",
                "series 1",
                subject.name(),
                String.join(",", events),
                where,
                value,
                text ? "text" : "number",
                at,
                group,
                key,
                String.join(",", until),
                replacedBy,
                naming);
    }
}
