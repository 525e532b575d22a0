package io.heed.features;

import io.heed.events.CareEvent;
import io.heed.events.expression.Bindings;
import io.heed.features.window.History;
import io.heed.features.window.SeriesPlan;
import io.heed.features.window.SeriesStore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A series of which every entry of a window is kept, with a value for each feature that wants one. */
final class WindowSeries implements Series {
    private final Groups groups;
    private final SeriesInput input;
    private final List<ValueInput> values;
    private final SeriesPlan plan;
    private final SeriesStore store;

    WindowSeries(String group, SeriesInput input, List<ValueInput> values, SeriesPlan plan, SeriesStore store) {
        this.groups = new Groups(group);
        this.input = input;
        this.values = List.copyOf(values);
        this.plan = plan;
        this.store = store;
    }

    @Override
    public boolean observe(CareEvent event, Bindings bindings) {
        String group = groups.of(event);
        if (group == null || !input.isMeant(bindings)) {
            return false;
        }
        long timeMillis = input.timeMillis(event, bindings);
        if (timeMillis == SeriesInput.NO_TIME) {
            return false;
        }
        double[] entry = new double[values.size()];
        for (int i = 0; i < entry.length; i++) {
            entry[i] = values.get(i).of(event, bindings);
        }
        return store.add(plan, group, timeMillis, entry, event.dueMillis());
    }

    @Override
    public @Nullable History before(long timeMillis, @Nullable CareEvent eventAtHand) {
        String group = groups.of(eventAtHand);
        return group == null ? null : store.read(plan, group);
    }
}
