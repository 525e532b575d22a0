package io.heed.jobs.workspace;

import io.heed.events.yaml.Problems;
import io.heed.features.FeatureDefinitions;
import io.heed.language.emotion.EmotionModel;
import io.heed.models.prediction.Lineup;
import io.heed.models.repository.Deployment;
import io.heed.models.repository.ModelRepository;
import io.heed.models.scoring.ModelRegistry;
import io.heed.models.scoring.ServedModel;

/** Whether the versions of a deployment can serve in a workspace. */
public final class DeploymentCheck {
    private DeploymentCheck() {}

    /**
     * Loads every version, lets it test itself, and, where it scores customers, holds the features that it was trained
     * on against those declared: a model must get what it was trained on, or none of its scores means anything.
     *
     * @throws io.heed.events.yaml.InvalidDefinitionsException naming every problem of the first version that has any
     */
    public static void prove(ModelRepository repository, Deployment deployment, FeatureDefinitions features) {
        if (deployment.isOfText()) {
            proveText(repository, deployment);
        } else {
            proveFeatures(repository, deployment, features);
        }
        Deployment found = Deployment.of(repository, deployment.model(), deployment.aliases());
        if (!found.equals(deployment)) {
            throw new IllegalArgumentException("target or features are not those of the versions: " + deployment.model()
                    + " (legal: " + found + ")");
        }
    }

    private static void proveText(ModelRepository repository, Deployment deployment) {
        if (!deployment.model().equals(EmotionModel.NAME)) {
            throw new IllegalArgumentException("messages are read by no model of text of this name: "
                    + deployment.model() + " (legal: " + EmotionModel.NAME + ")");
        }
        EmotionModel.load(deployment.champion(repository)).close();
    }

    private static void proveFeatures(ModelRepository repository, Deployment deployment, FeatureDefinitions features) {
        try (Lineup lineup = Lineup.load(repository, deployment, ModelRegistry.shared())) {
            Problems problems = new Problems();
            for (ServedModel served : lineup.versions()) {
                served.directory().checkDefinitions(features::hashOf, problems);
            }
            problems.throwIfAny();
        }
    }
}
