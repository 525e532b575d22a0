package io.heed.jobs.flink.customer;

import io.heed.events.change.Running;
import io.heed.events.state.StateStore;
import io.heed.events.timeline.SharedHistory;
import io.heed.jobs.change.DefinitionTimeline;
import io.heed.jobs.configuration.TimeOptions;
import io.heed.jobs.customer.CareResult;
import io.heed.jobs.customer.CustomerTimeline;
import io.heed.jobs.customer.StageParts;
import io.heed.jobs.customer.Tally;
import io.heed.jobs.workspace.Definitions;
import io.heed.jobs.workspace.DeploymentCheck;
import io.heed.jobs.workspace.WorkspaceSnapshot;
import io.heed.models.prediction.Lineup;
import io.heed.models.prediction.ScoreStage;
import io.heed.models.repository.Deployment;
import io.heed.models.repository.ModelRepository;
import io.heed.models.scoring.ModelRegistry;
import io.heed.models.target.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compiles a workspace's definitions into stages, and loads its models, where the operator runs. */
public final class StagesFactory implements TimelineFactory<CareResult> {
    private static final long serialVersionUID = 1L;

    private final WorkspaceSnapshot workspace;
    private final TimeOptions time;
    private final List<String> exportedTargets;
    private transient @Nullable ScoreStage score;

    /**
     * A factory for a workspace.
     *
     * @param exportedTargets the targets for which training rows are wanted; where there are any, nobody is scored
     */
    public StagesFactory(WorkspaceSnapshot workspace, TimeOptions time, List<String> exportedTargets) {
        this.workspace = workspace;
        this.time = time;
        this.exportedTargets = List.copyOf(exportedTargets);
    }

    @Override
    public CustomerTimeline create(StateStore state, SharedHistory shared, Tally tally, Results<CareResult> results) {
        DefinitionTimeline timeline = DefinitionTimeline.of(workspace);
        Definitions definitions = timeline.declared();
        ModelRepository repository = workspace.repository();
        ScoreStage scoring = new ScoreStage(
                definitions.targets(), deployment -> Lineup.load(repository, deployment, ModelRegistry.shared()));
        if (exportedTargets.isEmpty()) { // else models at hand may know the features by older definitions
            for (Running<Deployment> declared :
                    timeline.models().at(Long.MIN_VALUE).running()) {
                if (!declared.definition().isOfText()) { // messages are read before the key
                    DeploymentCheck.prove(repository, declared.definition(), definitions.features());
                }
            }
            scoring.follow(timeline.models());
        }
        score = scoring;
        List<Target> targets =
                exportedTargets.stream().map(definitions.targets()::require).toList();
        return StageParts.assemble(timeline, time, scoring, targets, state, shared, tally, results::emit);
    }

    @Override
    public void close() {
        if (score != null) {
            score.close();
        }
    }
}
