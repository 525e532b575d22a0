package io.heed.features;

import io.heed.events.CareEvent;
import io.heed.events.SubjectKind;
import io.heed.events.expression.Bindings;
import io.heed.events.timeline.SharedHistory;
import io.heed.features.window.Entries;
import io.heed.features.window.History;
import io.heed.features.window.TrackedEntries;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A series of events about the customer's area or the company; they are kept once for all and read when asked for. */
final class SharedSeries implements Series {
    private static final History NOTHING = new Entries();

    private final SeriesDefinition definition;
    private final Groups groups;
    private final SeriesInput input;
    private final ValueInput value;
    private final long reachMillis;
    private final SharedHistory history;
    private final AreaHistory areas;

    SharedSeries(
            SeriesDefinition definition,
            SeriesInput input,
            ValueInput value,
            long reachMillis,
            SharedHistory history,
            AreaHistory areas) {
        this.definition = definition;
        this.groups = new Groups(definition.group());
        this.input = input;
        this.value = value;
        this.reachMillis = reachMillis;
        this.history = history;
        this.areas = areas;
    }

    @Override
    public boolean observe(CareEvent event, Bindings bindings) {
        return false;
    }

    @Override
    public @Nullable History before(long timeMillis, @Nullable CareEvent eventAtHand) {
        String group = groups.of(eventAtHand);
        if (group == null) {
            return null;
        }
        String subject = definition.subject() == SubjectKind.AREA ? areas.areaBefore(timeMillis) : "";
        if (definition.subject() == SubjectKind.AREA && subject.isEmpty()) {
            return NOTHING;
        }
        return definition.isTracked() ? tracked(subject, group, timeMillis) : plain(subject, group, timeMillis);
    }

    private History plain(String subject, String group, long untilMillis) {
        Entries entries = new Entries();
        for (String type : definition.events()) {
            for (CareEvent event : events(subject, type, untilMillis)) {
                Bindings bindings = Bindings.ofEvent("event", event);
                double found = counts(event, group, bindings) ? value.of(event, bindings) : Double.NaN;
                long timeMillis = input.timeMillis(event, bindings);
                if (!Double.isNaN(found) && timeMillis != SeriesInput.NO_TIME) {
                    entries.insert(timeMillis, found);
                }
            }
        }
        return entries;
    }

    private History tracked(String subject, String group, long untilMillis) {
        TrackedEntries entries = new TrackedEntries();
        for (String type : definition.events()) {
            for (CareEvent event : events(subject, type, untilMillis)) {
                Bindings bindings = Bindings.ofEvent("event", event);
                long key = SeriesInput.hashOf(event, definition.key());
                double found = counts(event, group, bindings) ? value.of(event, bindings) : Double.NaN;
                if (key != 0 && !Double.isNaN(found)) {
                    entries.begin(key, event.timeMillis(), found, true);
                }
            }
        }
        for (String type : definition.until()) {
            for (CareEvent event : events(subject, type, untilMillis)) {
                entries.end(SeriesInput.hashOf(event, definition.key()), event.timeMillis());
            }
        }
        return entries.visibleAt(untilMillis);
    }

    private List<CareEvent> events(String subject, String type, long untilMillis) {
        return history.events(definition.subject(), subject, type, untilMillis - reachMillis, untilMillis);
    }

    private boolean counts(CareEvent event, String group, Bindings bindings) {
        return group.equals(groups.of(event)) && input.isMeant(bindings);
    }
}
