package io.heed.jobs.training;

import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.catalogue.Workspace;
import io.heed.features.FeatureDefinition;
import io.heed.features.FeatureDefinitions;
import io.heed.models.target.Target;
import io.heed.models.target.Targets;
import java.util.List;

/**
 * The columns of a target's training set.
 *
 * @param features the features in the order of a row's values
 */
public record TargetColumns(Target target, List<FeatureColumn> features) {
    /** Copies the columns. */
    public TargetColumns {
        features = List.copyOf(features);
    }

    /** The names of the text columns by which rows are told apart, in the order of a decision's slices. */
    public List<String> slices() {
        return List.copyOf(target.slices().keySet());
    }

    /**
     * The columns of a target that a workspace declares.
     *
     * @throws IllegalArgumentException if there is no such target, or it names a feature that is not declared
     */
    public static TargetColumns of(Workspace workspace, String target) {
        EventCatalogue catalogue = EventCatalogue.load(workspace);
        FeatureDefinitions features = FeatureDefinitions.load(workspace, catalogue);
        Target declared = Targets.load(workspace, catalogue).require(target);
        return new TargetColumns(
                declared,
                declared.features().stream()
                        .map(features::require)
                        .map(TargetColumns::column)
                        .toList());
    }

    private static FeatureColumn column(FeatureDefinition feature) {
        return new FeatureColumn(feature.name(), feature.hash(), feature.unit());
    }
}
