package io.heed.triggers.play;

import io.heed.events.CareEvent;
import io.heed.events.expression.Bindings;
import io.heed.events.expression.Fields;
import io.heed.triggers.signal.Signal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the names in a play's expressions stand for: a signal's stages, features, prediction, profile and event. */
record SignalBindings(
        Play play,
        Signal signal,
        Fields features,
        Fields profile,
        @Nullable CareEvent event) implements Bindings {
    static final String FEATURES = "features";
    static final String PREDICTION = "prediction";
    static final String PROFILE = "profile";
    static final String EVENT = "event";

    @Override
    public @Nullable Object find(String name) {
        return switch (name) {
            case FEATURES -> features;
            case PROFILE -> profile;
            case PREDICTION -> signal.score();
            case EVENT -> event;
            default -> stage(name);
        };
    }

    private @Nullable Object stage(String name) {
        StageShape shape = play.stages().get(name);
        List<CareEvent> events = signal.stages().getOrDefault(name, List.of());
        if (shape != null && shape.repeated()) {
            return events;
        }
        return events.isEmpty() ? null : events.get(0);
    }
}
