package io.heed.jobs.training;

import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.catalogue.Workspace;
import io.heed.features.FeatureDefinition;
import io.heed.features.FeatureDefinitions;
import io.heed.models.target.Targets;
import java.util.List;

/**
 * The columns of a target's training set.
 *
 * @param columns the features in the order of a row's values
 */
public record TargetColumns(List<FeatureColumn> columns) {
    /** Copies the columns. */
    public TargetColumns {
        columns = List.copyOf(columns);
    }

    /**
     * The columns of a target that a workspace declares.
     *
     * @throws IllegalArgumentException if there is no such target, or it names a feature that is not declared
     */
    public static TargetColumns of(Workspace workspace, String target) {
        EventCatalogue catalogue = EventCatalogue.load(workspace);
        FeatureDefinitions features = FeatureDefinitions.load(workspace, catalogue);
        return new TargetColumns(Targets.load(workspace, catalogue).require(target).features().stream()
                .map(features::require)
                .map(TargetColumns::column)
                .toList());
    }

    private static FeatureColumn column(FeatureDefinition feature) {
        return new FeatureColumn(feature.name(), feature.hash(), feature.unit());
    }
}
