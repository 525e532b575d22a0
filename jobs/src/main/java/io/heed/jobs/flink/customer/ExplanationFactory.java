package io.heed.jobs.flink.customer;

import io.heed.events.state.StateStore;
import io.heed.events.timeline.SharedHistory;
import io.heed.features.FeatureExplainer;
import io.heed.jobs.change.DefinitionTimeline;
import io.heed.jobs.configuration.TimeOptions;
import io.heed.jobs.customer.CustomerTimeline;
import io.heed.jobs.customer.StageParts;
import io.heed.jobs.customer.Tally;
import io.heed.jobs.explanation.ExplainingTimeline;
import io.heed.jobs.explanation.ExplanationWriter;
import io.heed.jobs.workspace.WorkspaceSnapshot;
import io.heed.models.prediction.Lineup;
import io.heed.models.prediction.ScoreStage;
import io.heed.models.scoring.ModelRegistry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the job's stages, without the models of the workspace, with somebody who explains what the features of one instant are made of. */
public final class ExplanationFactory implements TimelineFactory<String> {
    private static final long serialVersionUID = 1L;

    private final WorkspaceSnapshot workspace;
    private final TimeOptions time;
    private final String customer;
    private final long timeMillis;
    private final List<String> features;
    private transient @Nullable ScoreStage score;

    /**
     * A factory for one customer and instant.
     *
     * @param features the names of the features to explain; none for all
     */
    public ExplanationFactory(
            WorkspaceSnapshot workspace, TimeOptions time, String customer, long timeMillis, List<String> features) {
        this.workspace = workspace;
        this.time = time;
        this.customer = customer;
        this.timeMillis = timeMillis;
        this.features = List.copyOf(features);
    }

    @Override
    public CustomerTimeline create(StateStore state, SharedHistory shared, Tally tally, Results<String> results) {
        DefinitionTimeline timeline = DefinitionTimeline.of(workspace);
        FeatureExplainer explainer = new FeatureExplainer(
                timeline.declared().catalogue(),
                shared,
                timeMillis,
                features,
                explanation -> results.emit(ExplanationWriter.write(customer, explanation)));
        ScoreStage models = new ScoreStage(
                timeline.declared().targets(),
                deployment -> Lineup.load(workspace.repository(), deployment, ModelRegistry.shared()));
        score = models;
        CustomerTimeline stages =
                StageParts.assemble(timeline, time, models, List.of(), state, shared, tally, explainer, result -> {});
        return new ExplainingTimeline(stages, explainer, timeMillis);
    }

    @Override
    public void close() {
        if (score != null) {
            score.close();
        }
    }
}
