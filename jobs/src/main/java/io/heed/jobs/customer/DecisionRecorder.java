package io.heed.jobs.customer;

import io.heed.events.CareEvent;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.features.FeatureView;
import io.heed.jobs.workspace.Definitions;
import io.heed.models.label.SlicedDecision;
import io.heed.models.target.DecisionSlices;
import io.heed.models.target.Target;
import java.util.Optional;

/** Notes every decision of an exported target with its slices, so that an export can say which ones got no label. */
final class DecisionRecorder {
    private final Target target;
    private final DecisionSlices slices;

    DecisionRecorder(Target target, Definitions definitions) {
        EventCatalogue catalogue = definitions.catalogue();
        this.target = target;
        this.slices = new DecisionSlices(
                target,
                catalogue.require(target.decision()),
                definitions.features().names());
    }

    /** The decision that an event is, if it is one of the target's. */
    Optional<SlicedDecision> decision(CareEvent event, FeatureView features) {
        if (!event.type().name().equals(target.decision())) {
            return Optional.empty();
        }
        return Optional.of(new SlicedDecision(
                target.name(), event.subject(), event.timeMillis(), event.id(), slices.of(event, features)));
    }
}
