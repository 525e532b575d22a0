package io.heed.patterns.definition;

import io.heed.events.EventType;
import io.heed.events.SubjectKind;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;

/** Reads names of event types that patterns may use. */
final class EventTypesReader {
    private final EventCatalogue catalogue;

    EventTypesReader(EventCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The types of a text or list; whatever is wrong is noted. */
    List<String> read(YamlValue value) {
        List<String> names = new ArrayList<>();
        for (YamlValue item : value.list()) {
            String name = item.text();
            EventType type = catalogue.find(name);
            if (type == null) {
                item.problem("event type is not declared: " + name + catalogue.nearest(name));
            } else if (type.subject() != SubjectKind.CUSTOMER) {
                item.problem("event type is not about a customer: " + name
                        + " (legal: read it as a feature, such as features.outage_open_minutes)");
            } else if (names.contains(name)) {
                item.problem("event type stands twice: " + name);
            } else {
                names.add(name);
            }
        }
        return names;
    }
}
