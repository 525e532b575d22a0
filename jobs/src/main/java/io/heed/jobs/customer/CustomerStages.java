package io.heed.jobs.customer;

import io.heed.events.CareEvent;
import io.heed.events.Understanding;
import io.heed.events.change.Change;
import io.heed.events.change.DefinitionKind;
import io.heed.events.state.Cell;
import io.heed.events.state.StateStore;
import io.heed.events.timeline.Agenda;
import io.heed.events.timeline.ContactTracker;
import io.heed.events.timeline.Deadline;
import io.heed.events.timeline.DuplicateFilter;
import io.heed.features.Completeness;
import io.heed.features.FeatureStage;
import io.heed.features.FeatureView;
import io.heed.jobs.change.DefinitionTimeline;
import io.heed.jobs.customer.CareResult.CameLate;
import io.heed.jobs.customer.CareResult.Decided;
import io.heed.jobs.customer.CareResult.Judged;
import io.heed.jobs.customer.CareResult.Labelled;
import io.heed.jobs.customer.CareResult.Matched;
import io.heed.jobs.customer.CareResult.Predicted;
import io.heed.jobs.customer.CareResult.Sliced;
import io.heed.jobs.customer.CareResult.Triggered;
import io.heed.jobs.customer.Tally.Fate;
import io.heed.jobs.understanding.MessageFate;
import io.heed.models.label.JudgedScore;
import io.heed.models.label.KnownFeatures;
import io.heed.models.label.LabelJoin;
import io.heed.models.label.LabelledDecision;
import io.heed.models.label.ServedScore;
import io.heed.models.label.TrainingRow;
import io.heed.models.prediction.Decision;
import io.heed.models.prediction.Prediction;
import io.heed.models.prediction.ScoreStage;
import io.heed.patterns.PatternMatch;
import io.heed.patterns.PatternStage;
import io.heed.triggers.contract.TriggerIds;
import io.heed.triggers.decision.Decisions;
import io.heed.triggers.decision.PlayStage;
import io.heed.triggers.play.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The stages, in order, for the customer at hand. Before an event, all that is due at or before its time is done; an
 * event is matched, scored and decided on with what was known before it, and only then counted.
 */
final class CustomerStages implements CustomerTimeline {
    static final String TIMELINE = "timeline";
    static final String FEATURES = "features";
    static final String PATTERNS = "patterns";
    static final String PLAYS = "plays";
    private static final String ERASURE = "customer.erased";

    private final DefinitionTimeline definitions;
    private final Cell<KnownCustomer> customer;
    private final Agenda agenda;
    private final DuplicateFilter duplicates;
    private final ContactTracker contacts;
    private final FeatureStage features;
    private final PatternStage patterns;
    private final ScoreStage score;
    private final PlayStage plays;
    private final Policy policy;
    private final Map<String, LabelJoin<KnownFeatures>> labels;
    private final Map<String, LabelJoin<List<ServedScore>>> served;
    private final List<DecisionRecorder> recorders;
    private final Consumer<CareResult> results;
    private final Tally tally;

    CustomerStages(
            StateStore state,
            Agenda agenda,
            DefinitionTimeline definitions,
            StageParts parts,
            Tally tally,
            Consumer<CareResult> results) {
        this.definitions = definitions;
        this.customer = state.cell("timeline.customer", KnownCustomer.CODEC);
        this.agenda = agenda;
        this.duplicates = parts.duplicates();
        this.contacts = parts.contacts();
        this.features = parts.features();
        this.patterns = parts.patterns();
        this.score = parts.score();
        this.plays = parts.plays();
        this.policy = parts.policy();
        this.labels = parts.labels();
        this.served = parts.served();
        this.recorders = parts.recorders();
        this.tally = tally;
        this.results = results;
    }

    @Override
    public void onEvent(CareEvent event) {
        if (!isWelcome(event)) {
            return;
        }
        advanceTo(event.dueMillis());
        tally.count(Fate.HANDLED);
        if (event.type().name().equals(ERASURE)) {
            erase(event);
            return;
        }
        List<CareEvent> all = new ArrayList<>();
        all.add(event);
        all.addAll(contacts.onEvent(event));
        handle(all);
    }

    @Override
    public void onLate(CareEvent event, long nowMillis) {
        if (!isWelcome(event)) {
            return;
        }
        if (event.type().name().equals(ERASURE)) {
            tally.count(Fate.HANDLED); // an erasure is never too late
            erase(event);
            return;
        }
        tally.count(Fate.LATE);
        results.accept(new CameLate(event));
        features.observe(event, nowMillis);
        emit(plays.onLateEvent(event, nowMillis, features.at(nowMillis, event)));
        forgetScoresWithoutConsent(event);
    }

    @Override
    public @Nullable String adopt(Change change) {
        definitions.adopt(change);
        switch (change.kind()) {
            case FEATURE -> features.follow(definitions.features());
            case MODEL -> score.follow(definitions.models());
            case PATTERN, PLAY -> {
                patterns.follow(definitions.patterns(), definitions.featureNames());
                plays.follow(definitions.plays(), definitions.featureNames());
            }
        }
        return change.kind() == DefinitionKind.PATTERN ? PatternStage.KEPT_STATE : null;
    }

    @Override
    public void settle(long passedMillis) {
        score.settle(passedMillis);
    }

    @Override
    public void visit(long timeMillis) {
        advanceTo(timeMillis);
        patterns.tidy(timeMillis);
    }

    @Override
    public SortedMap<String, Long> runningSince(long timeMillis) {
        SortedMap<String, Long> running = patterns.runningSince();
        running.putAll(features.runningSince(timeMillis));
        return running;
    }

    @Override
    public void resume(SortedMap<String, Long> ranSince, long untilMillis) {
        patterns.resume(ranSince, untilMillis);
        features.resume(ranSince, untilMillis);
    }

    @Override
    public SortedMap<String, Completeness> features() {
        return features.completeness(Long.MAX_VALUE);
    }

    @Override
    public void advanceTo(long timeMillis) {
        for (long replay = patterns.nextReplayMillis(timeMillis);
                replay != Long.MAX_VALUE;
                replay = patterns.nextReplayMillis(timeMillis)) {
            long now = replay;
            workUntil(now - 1);
            onInstant(now, patterns.replay(now, anchor -> features.at(now, anchor)));
        }
        workUntil(timeMillis);
    }

    private void workUntil(long timeMillis) {
        for (Deadline next = agenda.next(); next != null && next.timeMillis() <= timeMillis; next = agenda.next()) {
            onInstant(next.timeMillis(), List.of());
        }
    }

    @Override
    public long nextDueMillis() {
        Deadline next = agenda.next();
        return next == null ? Long.MAX_VALUE : next.timeMillis();
    }

    @Override
    public int openDeadlines() {
        return agenda.open().size();
    }

    /** Whether an event is neither a duplicate nor from before its customer was erased; what it says is counted then. */
    private boolean isWelcome(CareEvent event) {
        KnownCustomer known = customer.get();
        if (known != null && event.timeMillis() <= known.erasedUntilMillis()) {
            tally.count(Fate.ERASED);
            return false;
        }
        if (duplicates.isDuplicate(event)) {
            tally.count(Fate.DUPLICATE);
            return false;
        }
        if (known == null || known.subject().isEmpty()) {
            long erasedUntil = known == null ? Long.MIN_VALUE : known.erasedUntilMillis();
            customer.set(new KnownCustomer(event.subject(), erasedUntil));
        }
        MessageFate.of(event)
                .ifPresent(fate -> tally.countMessage(fate, String.valueOf(event.text(Understanding.LANGUAGE))));
        return true;
    }

    /** An event and the contact events that follow from it: their signals are decided together. */
    private void handle(List<CareEvent> events) {
        List<PatternMatch> matches = new ArrayList<>();
        List<Prediction> predictions = new ArrayList<>();
        boolean isProfiled = plays.allowsProfiling();
        for (CareEvent event : events) {
            FeatureView view = features.at(event.dueMillis(), event);
            matches.addAll(patterns.onEvent(event, view));
            List<Prediction> scored = score(event, view);
            predictions.addAll(scored);
            labels.values().forEach(join -> join.onEvent(event, () -> known(join, event, view)));
            served.values().forEach(join -> join.onEvent(event, () -> isProfiled ? served(join, scored) : null));
            recorders.forEach(
                    recorder -> recorder.decision(event, view).map(Sliced::new).ifPresent(results));
        }
        CareEvent cause = events.get(0);
        if (isProfiled) {
            predictions.forEach(prediction -> results.accept(new Predicted(prediction, cause.dueMillis())));
        } else {
            tally.countUnprofiled(predictions.size()); // the plays see them only to log that they are held back
        }
        emit(plays.onEvent(cause, features.at(cause.dueMillis(), cause), live(matches), predictions));
        for (CareEvent derived : events.subList(1, events.size())) {
            emit(plays.onEvent(derived, features.at(derived.dueMillis(), derived), List.of(), List.of()));
        }
        forgetScoresWithoutConsent(cause);
        events.forEach(features::observe);
    }

    /** Scores that wait for their label are dropped as soon as a profile says that they may not be kept. */
    private void forgetScoresWithoutConsent(CareEvent event) {
        if (event.type().name().equals(PlayStage.PROFILE) && !plays.allowsProfiling()) {
            served.values().forEach(LabelJoin::clear);
        }
    }

    /** Gives all matches on, and says which of them the plays may see. */
    private List<PatternMatch> live(List<PatternMatch> matches) {
        matches.forEach(match -> results.accept(new Matched(match)));
        return matches.stream().filter(PatternMatch::isLive).toList();
    }

    private List<Prediction> score(CareEvent event, FeatureView view) {
        String type = event.type().name();
        if (!score.decidesOn(type)) {
            return List.of();
        }
        return score.predictions(
                new Decision(event.subject(), type, event.id(), event.timeMillis()), event.dueMillis(), view::value);
    }

    /** Everything that is due at one instant, overdue matches included: the plays decide on all of it together. */
    private void onInstant(long now, List<PatternMatch> overdue) {
        List<PatternMatch> matches = new ArrayList<>(overdue);
        List<String> playsDue = new ArrayList<>();
        for (Deadline due = agenda.pollDue(now); due != null; due = agenda.pollDue(now)) {
            switch (due.stage()) {
                case TIMELINE -> duplicates.onDue(now);
                case FEATURES -> features.onDue(now, due.name());
                case PATTERNS -> matches.addAll(patterns.onDue(now, anchor -> features.at(now, anchor)));
                case PLAYS -> playsDue.add(due.name());
                default -> onLabelsDue(due);
            }
        }
        KnownCustomer known = customer.get();
        List<PatternMatch> live = live(matches);
        if (known != null && (!live.isEmpty() || !playsDue.isEmpty())) {
            emit(plays.onDue(known.subject(), now, playsDue, live, anchor -> features.at(now, anchor)));
        }
    }

    private static KnownFeatures known(LabelJoin<KnownFeatures> join, CareEvent event, FeatureView view) {
        return KnownFeatures.of(join.target(), event.id(), view::value);
    }

    private static @Nullable List<ServedScore> served(LabelJoin<List<ServedScore>> join, List<Prediction> predictions) {
        List<ServedScore> scores = predictions.stream()
                .filter(prediction -> prediction.target().equals(join.target().name()))
                .map(ServedScore::of)
                .toList();
        return scores.isEmpty() ? null : scores;
    }

    /** Work of a stage that this job no longer has is passed over. */
    private void onLabelsDue(Deadline due) {
        KnownCustomer known = customer.get();
        if (known == null) {
            return;
        }
        boolean control = TriggerIds.position(policy.controlSalt(), known.subject()) < policy.controlShare();
        LabelJoin<KnownFeatures> export = labels.get(due.stage());
        if (export != null) {
            String arm = control ? "control" : "treated";
            export.onDue(due.timeMillis())
                    .forEach(decision -> results.accept(
                            new Labelled(TrainingRow.of(export.target().name(), known.subject(), arm, decision))));
        }
        LabelJoin<List<ServedScore>> scores = served.get(due.stage());
        if (scores != null) {
            scores.onDue(due.timeMillis()).forEach(decision -> judge(decision, due.timeMillis(), control));
        }
    }

    private void judge(LabelledDecision<List<ServedScore>> decision, long nowMillis, boolean control) {
        for (ServedScore score : decision.known()) {
            results.accept(
                    new Judged(new JudgedScore(score, nowMillis, decision.label(), control, decision.treatments())));
        }
    }

    private void erase(CareEvent event) {
        emit(plays.onErased(event));
        duplicates.clear();
        contacts.clear();
        features.clear();
        patterns.clear();
        labels.values().forEach(LabelJoin::clear);
        served.values().forEach(LabelJoin::clear);
        agenda.clear();
        customer.set(new KnownCustomer("", event.timeMillis()));
    }

    private void emit(Decisions decisions) {
        decisions.triggers().forEach(trigger -> results.accept(new Triggered(trigger)));
        decisions.log().forEach(decision -> results.accept(new Decided(decision)));
    }
}
