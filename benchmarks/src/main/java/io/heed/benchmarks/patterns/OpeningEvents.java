package io.heed.benchmarks.patterns;

import io.heed.events.CareEvent;
import io.heed.events.EventType;
import io.heed.events.catalogue.EventCatalogue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fewest events of a customer that leave all twenty patterns with an open match. */
final class OpeningEvents {
    private static final long START_MILLIS = 1_767_225_600_000L; // 2026-01-01

    private final EventCatalogue catalogue;
    private final String customer;
    private long made;

    private OpeningEvents(EventCatalogue catalogue, String customer) {
        this.catalogue = catalogue;
        this.customer = customer;
    }

    static List<CareEvent> of(EventCatalogue catalogue, String customer) {
        OpeningEvents events = new OpeningEvents(catalogue, customer);
        return List.of(
                events.event("app.opened", "session", "usage", 60.0),
                events.event("call.started", "conversation", "billing", 20.0, "solved"),
                events.event("payment.made", "account", "failed", 60.0),
                events.event("chat.closed", "conversation", "network", 20.0, "open"),
                events.event("social.posted", "post", "network", 0.9),
                events.event("bill.issued", "account", "regular", 110.0),
                events.event("addon.added", "addon", "data", 20.0),
                events.event("call.dropped", "line", "cell1", 60.0),
                events.event("usage.data", "none", "home", 1_050.0),
                events.event("web.visited", "session", "help", 60.0),
                events.event("web.visited", "session", "cancel", 60.0));
    }

    private CareEvent event(String type, String about, String kind, @Nullable Object... rest) {
        EventType of = catalogue.require(type);
        @Nullable Object[] row = new Object[rest.length + 2];
        row[0] = customer + "-" + about;
        row[1] = kind;
        System.arraycopy(rest, 0, row, 2, rest.length);
        long time = START_MILLIS + 1_000 * ++made;
        String id = customer + "-" + made;
        return new CareEvent(of, id, "made-up", customer, time, time, CareEvent.NO_SEQUENCE, row);
    }
}
