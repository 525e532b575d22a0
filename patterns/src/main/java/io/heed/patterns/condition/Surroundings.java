package io.heed.patterns.condition;

import io.heed.events.expression.Fields;
import io.heed.features.FeatureView;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the conditions of all patterns read beside events; turned to the event at hand before it is tested. */
public final class Surroundings {
    private @Nullable FeatureView features;

    /** Turns to the features at an event. */
    public void turnTo(FeatureView newFeatures) {
        features = newFeatures;
    }

    Fields features() {
        return Objects.requireNonNull(features, "features are not set");
    }
}
