package io.heed.features;

import io.heed.events.expression.Fields;
import org.jspecify.annotations.Nullable;

/**
 * A customer's features at one instant, computed when asked for. It counts what happened before the instant, never at
 * it, and holds good only until the next event or deadline is handled: copy what must last.
 */
public interface FeatureView extends Fields {
    /** The instant, in milliseconds since 1970. */
    long timeMillis();

    /**
     * The value of a feature, or NaN where it is absent. A grouped feature is that of the group which the event at hand
     * names (its account, line, topic, ...).
     *
     * @throws IllegalArgumentException if no such feature is declared
     */
    double value(String feature);

    @Override
    default @Nullable Object get(String feature) {
        double value = value(feature);
        return Double.isNaN(value) ? null : value;
    }
}
