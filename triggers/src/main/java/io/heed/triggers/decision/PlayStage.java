package io.heed.triggers.decision;

import io.heed.events.CareEvent;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.state.CareEventCodec;
import io.heed.events.state.Cell;
import io.heed.events.state.StateStore;
import io.heed.events.timeline.StageAgenda;
import io.heed.features.FeatureView;
import io.heed.models.prediction.Prediction;
import io.heed.patterns.PatternMatch;
import io.heed.triggers.arbitration.Hold;
import io.heed.triggers.arbitration.Holds;
import io.heed.triggers.arbitration.Rests;
import io.heed.triggers.cases.CaseFile;
import io.heed.triggers.cases.Ground;
import io.heed.triggers.cases.OpenCase;
import io.heed.triggers.cases.OpenCaseCodec;
import io.heed.triggers.cases.PastTriggers;
import io.heed.triggers.contract.Decision;
import io.heed.triggers.contract.Reason;
import io.heed.triggers.contract.TriggerIds;
import io.heed.triggers.contract.TriggerStep;
import io.heed.triggers.play.CompiledPlay;
import io.heed.triggers.play.PlayDefinitions;
import io.heed.triggers.play.Policy;
import io.heed.triggers.profile.CustomerProfile;
import io.heed.triggers.profile.MessageHistory;
import io.heed.triggers.signal.MatchSignal;
import io.heed.triggers.signal.ScoreSignal;
import io.heed.triggers.signal.Signal;
import io.heed.triggers.signal.SignalCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The last stage: turns the signals of one event, or of one instant of deadlines, into care triggers, and logs every
 * decision. All state speaks of the customer at hand; time comes in as an argument. Not for several threads.
 */
public final class PlayStage {
    private static final String PROFILE = "customer.profile";
    private static final String OUTREACH = "outreach.sent";
    private static final String OUTCOME = "care.outcome";

    private final Policy policy;
    private final SortedMap<String, CompiledPlay> plays;
    private final Cell<CustomerProfile> profiles;
    private final CaseFile cases;
    private final PastTriggers past;
    private final Rests rests;
    private final MessageHistory messages;
    private final Appraisal appraisal;
    private final Holds holds;
    private final CaseWork work;
    private final LaterEvents laterEvents;
    private final Outcomes outcomes;
    private final Arbitration arbitration;

    /**
     * A stage that runs the plays of a workspace.
     *
     * @param agenda the agenda of this stage, for expiries and the ends of quiet hours
     * @param liveFromMillis earlier events and deadlines build state and are logged, but raise nothing;
     *     {@link Long#MIN_VALUE} to be live from the beginning
     */
    public PlayStage(
            StateStore state,
            StageAgenda agenda,
            PlayDefinitions definitions,
            EventCatalogue catalogue,
            long liveFromMillis) {
        this.policy = definitions.policy();
        this.plays = definitions.compile(catalogue);
        this.profiles = state.cell("plays.profile", CustomerProfile.CODEC);
        this.cases = new CaseFile(state, agenda, new OpenCaseCodec(new SignalCodec(new CareEventCodec(catalogue))));
        this.past = new PastTriggers(state);
        this.rests = new Rests(state);
        this.messages = new MessageHistory(state, policy.caps());
        this.appraisal = new Appraisal(policy, plays, liveFromMillis);
        this.holds = new Holds(rests, messages);
        this.work = new CaseWork(policy, plays, cases, past, rests, messages);
        this.laterEvents = new LaterEvents(policy, plays, cases, work);
        this.outcomes = new Outcomes(policy, plays, cases, past, rests, work);
        this.arbitration = new Arbitration(cases, holds, work);
    }

    /**
     * Decides on an event in its turn, prompt or slow: what it says of the profile, of messages and outcomes, then what
     * it does to open cases, then its signals.
     *
     * @param view the features at the event
     */
    public Decisions onEvent(
            CareEvent event, FeatureView view, List<PatternMatch> matches, List<Prediction> predictions) {
        if (matches.isEmpty() && predictions.isEmpty() && !concerns(event)) {
            return Decisions.NONE;
        }
        note(event, event.dueMillis());
        Sitting sitting = sitting(event.subject(), event.dueMillis());
        applyToCases(event, view, false, sitting);
        List<Signal> signals = new ArrayList<>();
        matches.forEach(match -> signals.add(new MatchSignal(match)));
        predictions.forEach(prediction -> signals.add(ScoreSignal.of(prediction, event)));
        arbitration.decide(appraisal.grounds(signals, anchor -> view, sitting), List.of(), sitting);
        return sitting.decisions();
    }

    /**
     * Takes note of an event that came after its time had passed: it may clear open cases, and what it says of the
     * profile, of messages and outcomes counts; it raises and updates nothing else.
     *
     * @param nowMillis the time up to which the customer was handled
     * @param view the features at that time
     */
    public Decisions onLateEvent(CareEvent event, long nowMillis, FeatureView view) {
        if (!concerns(event)) {
            return Decisions.NONE;
        }
        note(event, nowMillis);
        Sitting sitting = sitting(event.subject(), nowMillis);
        applyToCases(event, view, true, sitting);
        return sitting.decisions();
    }

    /**
     * Decides on all that is due at an instant.
     *
     * @param due the names of this stage's own due work
     * @param matches what the patterns' deadlines of the same instant gave
     * @param views the features at the instant, as the given event's account, line, ... has them
     */
    public Decisions onDue(
            String customer,
            long timeMillis,
            List<String> due,
            List<PatternMatch> matches,
            Function<CareEvent, FeatureView> views) {
        Sitting sitting = sitting(customer, timeMillis);
        for (OpenCase open : cases.expiring(due)) {
            List<Ground> left = open.grounds().stream()
                    .filter(ground -> ground.expiresMillis() > timeMillis)
                    .toList();
            work.goOn(open, left, TriggerStep.EXPIRED, Reason.EXPIRY, "its time is over", sitting);
        }
        List<OpenCase> waited = new ArrayList<>();
        for (OpenCase open : cases.released(due)) {
            OpenCase right = stillRight(open, views, sitting);
            if (right != null) {
                waited.add(right);
            }
        }
        List<Signal> signals = new ArrayList<>();
        matches.forEach(match -> signals.add(new MatchSignal(match)));
        arbitration.decide(appraisal.grounds(signals, views, sitting), waited, sitting);
        return sitting.decisions();
    }

    /**
     * Forgets the customer whom a {@code customer.erased} names, and tells whoever holds something: open triggers are
     * withdrawn and the log gets an erased record.
     */
    public Decisions onErased(CareEvent event) {
        Sitting sitting = sitting(event.subject(), event.dueMillis());
        for (OpenCase open : cases.all()) {
            Ground lead = open.lead();
            if (lead != null && open.isRaised() && !open.control()) {
                sitting.send(TriggerWriting.erasure(open, lead, event.dueMillis()));
            }
        }
        sitting.log(Decision.erased(event.subject(), event.dueMillis()));
        clear();
        return sitting.decisions();
    }

    /** Forgets the customer at hand and tells nobody. */
    public void clear() {
        profiles.clear();
        cases.clear();
        past.clear();
        rests.clear();
        messages.clear();
    }

    /** The open cases of the customer at hand, by cause; for reports at the end of the input. */
    public List<OpenCase> openCases() {
        return cases.all();
    }

    private boolean concerns(CareEvent event) {
        String type = event.type().name();
        return type.equals(PROFILE) || type.equals(OUTREACH) || type.equals(OUTCOME) || laterEvents.concerns(type);
    }

    private Sitting sitting(String customer, long nowMillis) {
        boolean control = TriggerIds.position(policy.controlSalt(), customer) < policy.controlShare();
        return new Sitting(customer, nowMillis, control, profile());
    }

    private CustomerProfile profile() {
        CustomerProfile known = profiles.get();
        return known == null ? CustomerProfile.UNKNOWN : known;
    }

    private void note(CareEvent event, long nowMillis) {
        String type = event.type().name();
        if (type.equals(PROFILE)) {
            profiles.set(profile().after(event));
        } else if (type.equals(OUTREACH)) {
            messages.note(event, nowMillis);
        }
    }

    private void applyToCases(CareEvent event, FeatureView view, boolean late, Sitting sitting) {
        String type = event.type().name();
        if (type.equals(PROFILE)) {
            withdrawWhatIsNotWanted(sitting);
        } else if (type.equals(OUTCOME)) {
            outcomes.apply(event, sitting);
        }
        if (laterEvents.concerns(type)) {
            laterEvents.apply(event, view, late, sitting);
        }
    }

    /** Ends cases for which the changed profile no longer leaves room. */
    private void withdrawWhatIsNotWanted(Sitting sitting) {
        for (OpenCase open : cases.all()) {
            List<Ground> left = new ArrayList<>();
            Hold ends = null;
            for (Ground ground : open.grounds()) {
                Hold hold = holds.ofStanding(ground, sitting.profile());
                if (hold == null) {
                    left.add(ground.reaching(sitting.profile()));
                } else if (ends == null) {
                    ends = hold;
                }
            }
            Hold why = ends == null ? new Hold(Reason.CHANNEL, "the customer's channels changed") : ends;
            work.goOn(open, left, TriggerStep.WITHDRAWN, why.reason(), why.detail(), sitting);
        }
    }

    /** A case that waited, on those of its grounds that still hold; null where none does. */
    private @Nullable OpenCase stillRight(OpenCase open, Function<CareEvent, FeatureView> views, Sitting sitting) {
        List<Ground> left = new ArrayList<>();
        for (Ground ground : open.grounds()) {
            Hold hold = holdAtRelease(ground, views, sitting);
            if (hold == null) {
                left.add(ground.reaching(sitting.profile()));
            } else {
                sitting.logHeld(ground, hold);
            }
        }
        OpenCase right = open.withGrounds(left);
        if (right.lead() == null) {
            cases.remove(open.cause());
            return null;
        }
        cases.put(right);
        return right;
    }

    private @Nullable Hold holdAtRelease(Ground ground, Function<CareEvent, FeatureView> views, Sitting sitting) {
        CompiledPlay play = plays.get(ground.play());
        if (play == null) {
            return new Hold(Reason.PLAY_REMOVED, "version " + ground.playVersion() + " is no longer defined");
        }
        FeatureView view = views.apply(ground.signal().anchor());
        if (!play.holds(ground.signal(), view, sitting.profile())) {
            return new Hold(Reason.CONDITION, "its condition no longer holds");
        }
        return holds.ofRaising(ground, sitting.profile(), sitting.nowMillis());
    }
}
