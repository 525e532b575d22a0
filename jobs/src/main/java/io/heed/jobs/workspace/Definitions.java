package io.heed.jobs.workspace;

import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.catalogue.Workspace;
import io.heed.features.FeatureDefinitions;
import io.heed.models.target.Targets;
import io.heed.patterns.definition.PatternDefinitions;
import io.heed.triggers.play.DeclaredSignals;
import io.heed.triggers.play.PlayDefinitions;
import io.heed.triggers.signal.FeatureWords;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Everything that a workspace declares, each part checked against those that it reads. */
public record Definitions(
        EventCatalogue catalogue,
        FeatureDefinitions features,
        PatternDefinitions patterns,
        Targets targets,
        PlayDefinitions plays) {
    /**
     * The definitions of a workspace.
     *
     * @param targetOfModel the models that serve, each with the target that it predicts
     * @throws io.heed.events.yaml.InvalidDefinitionsException naming every problem of the first part that has any
     */
    public static Definitions load(Workspace workspace, Map<String, String> targetOfModel) {
        EventCatalogue catalogue = EventCatalogue.load(workspace);
        FeatureDefinitions features = FeatureDefinitions.load(workspace, catalogue);
        PatternDefinitions patterns = PatternDefinitions.load(workspace, catalogue, features.names());
        Targets targets = Targets.load(workspace, catalogue, features.names());
        PlayDefinitions plays = PlayDefinitions.load(
                        workspace, catalogue, features.names(), signals(patterns, targets, targetOfModel))
                .withWords(FeatureWords.of(features));
        return new Definitions(catalogue, features, patterns, targets, plays);
    }

    /** What plays may start on: the patterns, and the models with the event types at which they score. */
    public static DeclaredSignals signals(
            PatternDefinitions patterns, Targets targets, Map<String, String> targetOfModel) {
        SortedMap<String, String> decisionTypes = new TreeMap<>();
        targetOfModel.forEach((model, target) ->
                decisionTypes.put(model, targets.require(target).decision()));
        return new DeclaredSignals(patterns, decisionTypes);
    }
}
