package io.heed.features;

import io.heed.events.CareEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer's features at an instant, explained.
 *
 * @param eventAtHand the event of that instant to which grouped and derived features refer, or null for none
 */
public record Explanation(long timeMillis, @Nullable CareEvent eventAtHand, List<FeatureExplanation> features) {
    /** Copies the list. */
    public Explanation {
        features = List.copyOf(features);
    }
}
