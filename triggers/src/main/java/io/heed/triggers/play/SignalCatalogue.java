package io.heed.triggers.play;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The patterns and models that plays may name, as far as plays read them. */
public interface SignalCatalogue {
    /** The stages of a pattern that hold events, in order, by name; null where there is no such pattern. */
    @Nullable
    Map<String, StageShape> stages(String pattern);

    /** The event type at which a model scores; null where there is no such model. */
    @Nullable
    String decisionType(String model);

    /** The names of all patterns, for messages. */
    Collection<String> patterns();

    /** The names of all models, for messages. */
    Collection<String> models();
}
