package io.heed.features;

import io.heed.events.CareEvent;
import io.heed.events.change.DefinitionHistory;
import org.jspecify.annotations.Nullable;

/** Looks on while a stage works. */
public interface FeatureWatch {
    /** Nobody looks on. */
    FeatureWatch NONE = new FeatureWatch() {};

    /** The stage goes by these definitions from now on. */
    default void follows(FeatureStage stage, DefinitionHistory<FeatureDefinition> history) {}

    /** The stage is asked for the features at an instant. */
    default void asked(long timeMillis, @Nullable CareEvent eventAtHand) {}

    /** The stage is about to take an event. */
    default void observes(CareEvent event, long nowMillis) {}

    /** The stage has forgotten the customer. */
    default void cleared() {}
}
