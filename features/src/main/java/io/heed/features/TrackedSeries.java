package io.heed.features;

import io.heed.events.CareEvent;
import io.heed.events.expression.Bindings;
import io.heed.features.window.History;
import io.heed.features.window.Retention;
import io.heed.features.window.TrackedEntries;
import io.heed.features.window.TrackedStore;
import org.jspecify.annotations.Nullable;

/** A series whose entries may be ended or replaced. */
final class TrackedSeries implements Series {
    private final long id;
    private final SeriesDefinition definition;
    private final Groups groups;
    private final SeriesInput input;
    private final ValueInput value;
    private final Retention retention;
    private final TrackedStore store;

    TrackedSeries(
            long id,
            SeriesDefinition definition,
            SeriesInput input,
            ValueInput value,
            Retention retention,
            TrackedStore store) {
        this.id = id;
        this.definition = definition;
        this.groups = new Groups(definition.group());
        this.input = input;
        this.value = value;
        this.retention = retention;
        this.store = store;
    }

    @Override
    public boolean observe(CareEvent event, Bindings bindings) {
        String group = groups.of(event);
        long key = SeriesInput.hashOf(event, definition.key());
        if (group == null || key == 0) {
            return false;
        }
        return store.change(id, group, retention, event.dueMillis(), entries -> change(entries, key, event, bindings));
    }

    @Override
    public @Nullable History before(long timeMillis, @Nullable CareEvent eventAtHand) {
        String group = groups.of(eventAtHand);
        return group == null ? null : store.read(id, group, timeMillis);
    }

    private void change(TrackedEntries entries, long key, CareEvent event, Bindings bindings) {
        String type = event.type().name();
        if (definition.until().contains(type)) {
            entries.end(key, event.timeMillis());
        }
        if (!definition.events().contains(type)) {
            return;
        }
        double found = value.of(event, bindings);
        long timeMillis = input.timeMillis(event, bindings);
        boolean counted = input.isMeant(bindings) && !Double.isNaN(found) && timeMillis != SeriesInput.NO_TIME;
        double keptValue = counted ? found : 0;
        long replaced = type.equals(definition.replacedBy()) ? SeriesInput.hashOf(event, definition.naming()) : 0;
        if (replaced != 0) {
            entries.replace(key, replaced, event.timeMillis(), keptValue, counted);
        } else {
            entries.begin(key, counted ? timeMillis : event.timeMillis(), keptValue, counted);
        }
    }
}
