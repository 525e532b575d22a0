package io.heed.features;

import io.heed.events.CareEvent;
import io.heed.events.expression.Bindings;
import io.heed.features.window.Few;
import io.heed.features.window.FewStore;
import io.heed.features.window.History;
import org.jspecify.annotations.Nullable;

/** A series of which only a few entries are needed, those that hold its value. */
final class FewSeries implements Series {
    private final long id;
    private final Groups groups;
    private final SeriesInput input;
    private final ValueInput value;
    private final Few few;
    private final FewStore store;

    FewSeries(long id, String group, SeriesInput input, ValueInput value, Few few, FewStore store) {
        this.id = id;
        this.groups = new Groups(group);
        this.input = input;
        this.value = value;
        this.few = few;
        this.store = store;
    }

    @Override
    public boolean observe(CareEvent event, Bindings bindings) {
        String group = groups.of(event);
        if (group == null || !input.isMeant(bindings)) {
            return false;
        }
        double kept = value.of(event, bindings);
        long timeMillis = input.timeMillis(event, bindings);
        if (Double.isNaN(kept) || timeMillis == SeriesInput.NO_TIME) {
            return false;
        }
        return store.add(id, group, few, timeMillis, kept, event.dueMillis());
    }

    @Override
    public @Nullable History before(long timeMillis, @Nullable CareEvent eventAtHand) {
        String group = groups.of(eventAtHand);
        return group == null ? null : store.read(id, group);
    }
}
