package io.heed.features;

import io.heed.events.CareEvent;
import io.heed.events.expression.Bindings;
import io.heed.features.window.History;
import io.heed.features.window.Retention;
import io.heed.features.window.SeriesStore;
import org.jspecify.annotations.Nullable;

/** A series whose entries stay as they are. */
final class PlainSeries implements Series {
    private final long id;
    private final Groups groups;
    private final SeriesInput input;
    private final Retention retention;
    private final SeriesStore store;

    PlainSeries(long id, SeriesDefinition definition, SeriesInput input, Retention retention, SeriesStore store) {
        this.id = id;
        this.groups = new Groups(definition.group());
        this.input = input;
        this.retention = retention;
        this.store = store;
    }

    @Override
    public boolean observe(CareEvent event, Bindings bindings) {
        String group = groups.of(event);
        if (group == null || !input.isMeant(bindings)) {
            return false;
        }
        double value = input.value(event, bindings);
        long timeMillis = input.timeMillis(event, bindings);
        if (Double.isNaN(value) || timeMillis == SeriesInput.NO_TIME) {
            return false;
        }
        return store.add(id, group, retention, timeMillis, value, event.dueMillis());
    }

    @Override
    public @Nullable History before(long timeMillis, @Nullable CareEvent eventAtHand) {
        String group = groups.of(eventAtHand);
        return group == null ? null : store.read(id, group);
    }
}
