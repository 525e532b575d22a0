package io.heed.models.target;

import io.heed.events.yaml.Durations;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What models predict: at each decision event, whether a label event follows within the horizon.
 *
 * @param name the target's name
 * @param description one sentence for people
 * @param decision the event type at which customers are scored
 * @param labels the event types of which one within the horizon makes the label 1
 * @param horizonMillis how long after the decision a label event counts
 * @param conversation the field that names the conversation, or null: a label event of the decision's own conversation
 *     is no repeat
 * @param completeFromMillis events before this time may be missing, so decisions before it are no training rows
 * @param completeUntilMillis events from this time on may be missing, so labels that mature later are unknown
 * @param features the features that models may read, in the order of training
 * @param slices expressions over the decision event and features by which training rows are told apart; models read none
 */
public record Target(
        String name,
        String description,
        String decision,
        List<String> labels,
        long horizonMillis,
        @Nullable String conversation,
        long completeFromMillis,
        long completeUntilMillis,
        List<String> features,
        SortedMap<String, String> slices) {
    /** Copies the lists and checks the values. */
    public Target {
        labels = List.copyOf(labels);
        features = List.copyOf(features);
        slices = Collections.unmodifiableSortedMap(new TreeMap<>(slices));
        if (horizonMillis <= 0) {
            throw new IllegalArgumentException("horizon is not above 0: " + Durations.format(horizonMillis));
        }
        if (completeFromMillis >= completeUntilMillis) {
            throw new IllegalArgumentException("intake-complete does not begin before it ends");
        }
    }

    /** A target without slices. */
    public Target(
            String name,
            String description,
            String decision,
            List<String> labels,
            long horizonMillis,
            @Nullable String conversation,
            long completeFromMillis,
            long completeUntilMillis,
            List<String> features) {
        this(
                name,
                description,
                decision,
                labels,
                horizonMillis,
                conversation,
                completeFromMillis,
                completeUntilMillis,
                features,
                new TreeMap<>());
    }

    /** When the label of a decision is known. */
    public long maturesAtMillis(long decisionMillis) {
        return decisionMillis + horizonMillis;
    }

    /** Whether an event at a time makes the label of a decision 1: after the decision, and at the horizon at the latest. */
    public boolean isWithinHorizon(long decisionMillis, long labelMillis) {
        return labelMillis > decisionMillis && labelMillis <= maturesAtMillis(decisionMillis);
    }

    /** Whether the label of a decision can be told from what was taken in: neither too early nor too late. */
    public boolean isKnowable(long decisionMillis) {
        return decisionMillis >= completeFromMillis && maturesAtMillis(decisionMillis) < completeUntilMillis;
    }
}
