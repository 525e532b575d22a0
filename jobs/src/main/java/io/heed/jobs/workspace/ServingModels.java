package io.heed.jobs.workspace;

import io.heed.events.change.DefinitionHistory;
import io.heed.events.change.Running;
import io.heed.models.repository.Deployment;
import io.heed.models.repository.ModelRepository;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The models of a workspace that serve: those that score customers, and those that read messages. */
public final class ServingModels {
    /** The number of what the aliases of a workspace say; every change of a model has a higher one. */
    public static final int DECLARED = 0;

    private ServingModels() {}

    /**
     * What the aliases in a repository say, by model.
     *
     * @throws io.heed.events.yaml.InvalidDefinitionsException naming what is wrong with a version that serves
     */
    public static List<Deployment> deployments(ModelRepository repository) {
        return repository.serving().stream()
                .map(model -> Deployment.of(repository, model, repository.aliases(model)))
                .toList();
    }

    /** Deployments as they serve from the beginning, ready for changes. */
    public static DefinitionHistory<Deployment> history(Collection<Deployment> deployments) {
        return new DefinitionHistory<>(
                deployments.stream()
                        .map(deployment -> Running.always(deployment.model(), DECLARED, deployment))
                        .toList(),
                deployment -> 0);
    }

    /** Each model of customers with the target that it predicts. */
    private static Map<String, String> targets(Collection<Deployment> deployments) {
        return deployments.stream()
                .filter(deployment -> !deployment.isOfText())
                .collect(Collectors.toMap(Deployment::model, Deployment::target));
    }

    /** Each serving model of a workspace with the target that it predicts, and those that are still to come. */
    public static Map<String, String> targets(WorkspaceSnapshot workspace) {
        return targets(workspace.comingModels(), deployments(workspace.repository()));
    }

    /** The same of models that are deployed, beside those that are still to come. */
    public static Map<String, String> targets(Map<String, String> comingModels, Collection<Deployment> deployed) {
        Map<String, String> targets = new TreeMap<>(comingModels);
        targets.putAll(targets(deployed));
        return targets;
    }

    /** Each serving model in a repository with the target that it predicts. */
    public static Map<String, String> targets(ModelRepository repository) {
        return targets(deployments(repository));
    }
}
