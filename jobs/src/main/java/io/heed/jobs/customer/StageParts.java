package io.heed.jobs.customer;

import io.heed.events.state.Codecs;
import io.heed.events.state.StateStore;
import io.heed.events.timeline.Agenda;
import io.heed.events.timeline.ContactTracker;
import io.heed.events.timeline.DuplicateFilter;
import io.heed.events.timeline.SharedHistory;
import io.heed.features.FeatureStage;
import io.heed.features.FeatureWatch;
import io.heed.jobs.change.DefinitionTimeline;
import io.heed.jobs.configuration.TimeOptions;
import io.heed.jobs.workspace.Definitions;
import io.heed.models.label.KnownFeatures;
import io.heed.models.label.LabelJoin;
import io.heed.models.label.ServedScore;
import io.heed.models.prediction.ScoreStage;
import io.heed.models.target.Target;
import io.heed.patterns.PatternStage;
import io.heed.triggers.decision.PlayStage;
import io.heed.triggers.play.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The stages of a workspace, each with its own state and its own part of the agenda.
 *
 * @param labels the targets for which training rows are wanted, by the stage's name in the agenda; usually none
 * @param served what was scored and is not judged yet, for each target, by the stage's name in the agenda
 * @param recorders the same targets' decisions
 */
public record StageParts(
        DuplicateFilter duplicates,
        ContactTracker contacts,
        FeatureStage features,
        PatternStage patterns,
        ScoreStage score,
        PlayStage plays,
        Policy policy,
        Map<String, LabelJoin<KnownFeatures>> labels,
        Map<String, LabelJoin<List<ServedScore>>> served,
        List<DecisionRecorder> recorders) {
    /**
     * A customer's timeline through all stages of a workspace.
     *
     * @param timeline what the workspace declares, into which the customer's timeline takes every change
     * @param score the stage that scores; whoever made it closes it
     * @param exportedTargets the targets for which training rows are wanted
     */
    public static CustomerTimeline assemble(
            DefinitionTimeline timeline,
            TimeOptions time,
            ScoreStage score,
            Iterable<Target> exportedTargets,
            StateStore state,
            SharedHistory shared,
            Tally tally,
            Consumer<CareResult> results) {
        return assemble(timeline, time, score, exportedTargets, state, shared, tally, FeatureWatch.NONE, results);
    }

    /**
     * The same while somebody looks on.
     *
     * @param watch who looks at the features
     */
    public static CustomerTimeline assemble(
            DefinitionTimeline timeline,
            TimeOptions time,
            ScoreStage score,
            Iterable<Target> exportedTargets,
            StateStore state,
            SharedHistory shared,
            Tally tally,
            FeatureWatch watch,
            Consumer<CareResult> results) {
        Definitions definitions = timeline.declared();
        Agenda agenda = new Agenda(state);
        Map<String, LabelJoin<KnownFeatures>> labels = new TreeMap<>();
        List<DecisionRecorder> recorders = new ArrayList<>();
        for (Target target : exportedTargets) {
            String stage = "labels-" + target.name();
            String cell = "labels." + target.name();
            labels.put(stage, new LabelJoin<>(state, agenda.of(stage), target, cell, KnownFeatures.CODEC));
            recorders.add(new DecisionRecorder(target, definitions));
        }
        Map<String, LabelJoin<List<ServedScore>>> served = new TreeMap<>();
        for (Target target : definitions.targets().all()) {
            String stage = "served-" + target.name();
            String cell = "served." + target.name();
            served.put(stage, new LabelJoin<>(state, agenda.of(stage), target, cell, Codecs.listOf(ServedScore.CODEC)));
        }
        FeatureStage features = new FeatureStage(
                state, agenda.of(CustomerStages.FEATURES), timeline.features(), definitions.catalogue(), shared);
        features.watchedBy(watch);
        StageParts parts = new StageParts(
                new DuplicateFilter(state, agenda.of(CustomerStages.TIMELINE), time.duplicatesWithinMillis()),
                new ContactTracker(state, definitions.catalogue()),
                features,
                new PatternStage(
                        state,
                        agenda.of(CustomerStages.PATTERNS),
                        timeline.patterns(),
                        definitions.catalogue(),
                        definitions.features().names(),
                        tally::countPattern),
                score,
                new PlayStage(
                        state,
                        agenda.of(CustomerStages.PLAYS),
                        definitions.plays(),
                        timeline.plays(),
                        definitions.catalogue(),
                        time.liveFromMillis()),
                definitions.plays().policy(),
                labels,
                served,
                recorders);
        return new CustomerStages(state, agenda, timeline, parts, tally, results);
    }
}
