package io.heed.jobs.flink.customer;

import io.heed.events.state.StateStore;
import io.heed.events.timeline.SharedHistory;
import io.heed.events.yaml.Problems;
import io.heed.features.FeatureDefinition;
import io.heed.features.FeatureDefinitions;
import io.heed.jobs.change.DefinitionTimeline;
import io.heed.jobs.configuration.TimeOptions;
import io.heed.jobs.customer.CareResult;
import io.heed.jobs.customer.CustomerTimeline;
import io.heed.jobs.customer.StageParts;
import io.heed.jobs.customer.Tally;
import io.heed.jobs.workspace.Definitions;
import io.heed.jobs.workspace.ServingModels;
import io.heed.jobs.workspace.WorkspaceSnapshot;
import io.heed.models.prediction.Lineup;
import io.heed.models.prediction.LineupHistory;
import io.heed.models.prediction.ScoreStage;
import io.heed.models.repository.ModelRepository;
import io.heed.models.scoring.ModelRegistry;
import io.heed.models.scoring.ServedModel;
import io.heed.models.target.Target;
import java.util.ArrayList;
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
        List<LineupHistory> lineups = exportedTargets.isEmpty() ? servingModels() : List.of();
        checkFeatures(lineups, definitions.features());
        ScoreStage scoring = new ScoreStage(definitions.targets(), lineups);
        score = scoring;
        List<Target> targets =
                exportedTargets.stream().map(definitions.targets()::require).toList();
        return StageParts.assemble(timeline, time, scoring, targets, state, shared, tally, results::emit);
    }

    /** Nobody is scored where rows are exported: the models at hand may know the features by older definitions. */
    private List<LineupHistory> servingModels() {
        ModelRepository repository = workspace.repository();
        List<LineupHistory> lineups = new ArrayList<>();
        for (String model : ServingModels.targets(repository).keySet()) {
            lineups.add(new LineupHistory(Lineup.load(repository, model, ModelRegistry.shared())));
        }
        return lineups;
    }

    @Override
    public void close() {
        if (score != null) {
            score.close();
        }
    }

    /** A model must get the features that it was trained on, or none of its scores means anything. */
    private static void checkFeatures(List<LineupHistory> lineups, FeatureDefinitions features) {
        Problems problems = new Problems();
        for (LineupHistory history : lineups) {
            for (ServedModel served : history.at(Long.MAX_VALUE).versions()) {
                served.directory().checkDefinitions(name -> hash(features.find(name)), problems);
            }
        }
        problems.throwIfAny();
    }

    private static @Nullable String hash(@Nullable FeatureDefinition feature) {
        return feature == null ? null : feature.hash();
    }
}
