package io.heed.events.timeline;

import io.heed.events.CareEvent;
import io.heed.events.EventType;
import io.heed.events.Field;
import io.heed.events.catalogue.ContactDefinition;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.expression.Bindings;
import io.heed.events.expression.Expression;
import io.heed.events.expression.ExpressionCompiler;
import io.heed.events.expression.Scope;
import io.heed.events.expression.ValueType;
import io.heed.events.state.Codecs;
import io.heed.events.state.StateStore;
import io.heed.events.state.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes one {@code contact.started} and {@code contact.ended} out of the many events of a contact: redials, transfers
 * and several tickets from one call are merged.
 */
public final class ContactTracker {
    private final Table<String, OngoingContact> contacts;
    private final List<ContactDefinition> definitions;
    private final Map<String, Expression> conditions = new HashMap<>();
    private final EventType started;
    private final EventType ended;

    /** A tracker of the contacts that a catalogue declares. */
    public ContactTracker(StateStore state, EventCatalogue catalogue) {
        this.contacts = state.table("timeline.contacts", Codecs.TEXT, OngoingContact.CODEC);
        this.definitions = catalogue.contacts();
        this.started = catalogue.require("contact.started");
        this.ended = catalogue.require("contact.ended");
        for (ContactDefinition definition : definitions) {
            if (!definition.where().isEmpty()) {
                conditions.put(definition.name(), condition(definition, catalogue));
            }
        }
    }

    /** The contact events that follow from an event, at its own time; usually none. */
    public List<CareEvent> onEvent(CareEvent event) {
        List<CareEvent> derived = new ArrayList<>();
        for (ContactDefinition definition : definitions) {
            String type = event.type().name();
            if (definition.opens().contains(type) && isMeant(definition, event)) {
                open(definition, event, derived);
            }
            if (definition.closes().contains(type)) {
                close(definition, event, derived);
            }
        }
        return derived;
    }

    /** Forgets the customer. */
    public void clear() {
        contacts.clear();
    }

    private void open(ContactDefinition definition, CareEvent event, List<CareEvent> derived) {
        long now = event.timeMillis();
        String conversation = conversation(definition, event);
        OngoingContact before = contacts.get(definition.name());
        OngoingContact ongoing = before == null ? null : before.withoutForgotten(now);
        if (ongoing == null || !ongoing.goesOnAt(now, definition.mergeGapMillis())) {
            ongoing = OngoingContact.started(conversation, event.type().name(), now);
            derived.add(derive(started, definition, ongoing, event, null));
        }
        contacts.put(definition.name(), ongoing.opened(conversation, now));
    }

    private void close(ContactDefinition definition, CareEvent event, List<CareEvent> derived) {
        long now = event.timeMillis();
        OngoingContact ongoing = contacts.get(definition.name());
        boolean wholly = definition.conversation().isEmpty();
        String conversation = conversation(definition, event);
        if (ongoing == null
                || ongoing.open().isEmpty()
                || (!wholly && !ongoing.open().containsKey(conversation))) {
            return;
        }
        OngoingContact closed = wholly
                ? ongoing.closedWholly(now)
                : ongoing.closed(conversation, now).withoutForgotten(now);
        contacts.put(definition.name(), closed);
        if (closed.open().isEmpty()) {
            derived.add(derive(ended, definition, closed, event, event.type().name()));
        }
    }

    private static CareEvent derive(
            EventType type,
            ContactDefinition definition,
            OngoingContact contact,
            CareEvent cause,
            @Nullable String closing) {
        @Nullable Object[] row = new Object[type.fields().size()];
        carryOver(cause, type, row);
        row[type.indexOf("contact")] = definition.name();
        row[type.indexOf("conversation")] = contact.conversation();
        row[type.indexOf("opening")] = contact.openingType();
        if (closing != null) {
            row[type.indexOf("closing")] = closing;
            row[type.indexOf("durationSeconds")] = (cause.timeMillis() - contact.startedMillis()) / 1000.0;
        }
        return new CareEvent(
                type,
                cause.id() + "/" + definition.name() + "/" + type.name(),
                cause.source(),
                cause.subject(),
                cause.timeMillis(),
                cause.arrivedMillis(),
                cause.sequence(),
                row);
    }

    /** What the cause says under the same name and type, such as topic and resolution, is said of the contact too. */
    private static void carryOver(CareEvent cause, EventType type, @Nullable Object[] row) {
        for (int i = 0; i < row.length; i++) {
            Field field = type.fields().get(i);
            Field same = cause.type().field(field.name());
            if (same != null && same.type() == field.type() && !same.isPersonal()) {
                row[i] = cause.value(field.name());
            }
        }
    }

    private static String conversation(ContactDefinition definition, CareEvent event) {
        String conversation = definition.conversation().isEmpty() ? null : event.text(definition.conversation());
        return conversation == null ? event.id() : conversation;
    }

    private boolean isMeant(ContactDefinition definition, CareEvent event) {
        Expression condition = conditions.get(definition.name());
        return condition == null || condition.holds(Bindings.ofEvent("event", event));
    }

    private static Expression condition(ContactDefinition definition, EventCatalogue catalogue) {
        Set<EventType> types = new LinkedHashSet<>();
        definition.opens().forEach(name -> types.add(catalogue.require(name)));
        return new ExpressionCompiler(Scope.empty().withEvent("event", types))
                .compile(definition.where(), ValueType.CONDITION);
    }
}
