package io.heed.triggers.decision;

import io.heed.events.CareEvent;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.change.DefinitionHistory;
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
import io.heed.triggers.decision.Playbook.Desk;
import io.heed.triggers.play.CompiledPlay;
import io.heed.triggers.play.Play;
import io.heed.triggers.play.PlayDefinitions;
import io.heed.triggers.play.Policy;
import io.heed.triggers.profile.CustomerProfile;
import io.heed.triggers.profile.MessageHistory;
import io.heed.triggers.signal.FeatureWords;
import io.heed.triggers.signal.MatchSignal;
import io.heed.triggers.signal.ScoreSignal;
import io.heed.triggers.signal.Signal;
import io.heed.triggers.signal.SignalCodec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The last stage: turns the signals of one event, or of one instant of deadlines, into care triggers, and logs every
 * decision. All state speaks of the customer at hand; time comes in as an argument. Not for several threads.
 */
public final class PlayStage {
    /** The type of the events that say what a customer has agreed to. */
    public static final String PROFILE = "customer.profile";

    private static final String OUTREACH = "outreach.sent";
    private static final String OUTCOME = "care.outcome";

    private final Policy policy;
    private final FeatureWords words;
    private final Function<Play, CompiledPlay> compiler;
    private final Map<Play, CompiledPlay> compiled = new HashMap<>();
    private Collection<String> features = List.of();
    private final long liveFromMillis;
    private final Cell<CustomerProfile> profiles;
    private final CaseFile cases;
    private final PastTriggers past;
    private final Rests rests;
    private final MessageHistory messages;
    private final Holds holds;
    private final NavigableMap<Long, Playbook> playbooks = new TreeMap<>();

    /**
     * A stage that runs the plays of a workspace, which never change.
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
        this(state, agenda, definitions, definitions.history(), catalogue, liveFromMillis);
    }

    /**
     * A stage that runs the plays of a history; after every change to it call {@link #follow}.
     *
     * @param definitions what the history began with, and what holds for all plays
     */
    public PlayStage(
            StateStore state,
            StageAgenda agenda,
            PlayDefinitions definitions,
            DefinitionHistory<Play> history,
            EventCatalogue catalogue,
            long liveFromMillis) {
        this.policy = definitions.policy();
        this.words = definitions.words();
        this.compiler = play -> compiled.computeIfAbsent(play, fresh -> new CompiledPlay(fresh, features, catalogue));
        this.liveFromMillis = liveFromMillis;
        this.profiles = state.cell("plays.profile", CustomerProfile.CODEC);
        this.cases = new CaseFile(state, agenda, new OpenCaseCodec(new SignalCodec(new CareEventCodec(catalogue))));
        this.past = new PastTriggers(state);
        this.rests = new Rests(state);
        this.messages = new MessageHistory(state, policy.caps());
        this.holds = new Holds(rests, messages);
        follow(history, definitions.features());
    }

    /**
     * Takes over what has changed in a history.
     *
     * @param names the names of all features that any of its plays may read
     */
    public void follow(DefinitionHistory<Play> history, Collection<String> names) {
        features = names;
        Desk desk = new Desk(cases, past, rests, messages, holds);
        playbooks.clear();
        history.lineups()
                .forEach((fromMillis, lineup) ->
                        playbooks.put(fromMillis, Playbook.of(lineup, compiler, policy, desk, liveFromMillis)));
    }

    /**
     * Decides on an event in its turn, prompt or slow: what it says of the profile, of messages and outcomes, then what
     * it does to open cases, then its signals.
     *
     * @param view the features at the event
     */
    public Decisions onEvent(
            CareEvent event, FeatureView view, List<PatternMatch> matches, List<Prediction> predictions) {
        Playbook book = at(event.dueMillis());
        if (matches.isEmpty() && predictions.isEmpty() && !concerns(event, book)) {
            return Decisions.NONE;
        }
        note(event, event.dueMillis());
        Sitting sitting = sitting(event.subject(), event.dueMillis());
        applyToCases(event, view, false, book, sitting);
        List<Signal> signals = new ArrayList<>();
        matches.forEach(match -> signals.add(new MatchSignal(match)));
        predictions.forEach(prediction -> signals.add(ScoreSignal.of(prediction, event, words)));
        book.arbitration().decide(book.appraisal().grounds(signals, anchor -> view, sitting), List.of(), sitting);
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
        Playbook book = at(nowMillis);
        if (!concerns(event, book)) {
            return Decisions.NONE;
        }
        note(event, nowMillis);
        Sitting sitting = sitting(event.subject(), nowMillis);
        applyToCases(event, view, true, book, sitting);
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
        Playbook book = at(timeMillis);
        Sitting sitting = sitting(customer, timeMillis);
        for (OpenCase open : cases.expiring(due)) {
            List<Ground> left = open.grounds().stream()
                    .filter(ground -> ground.expiresMillis() > timeMillis)
                    .toList();
            book.work().goOn(open, left, TriggerStep.EXPIRED, Reason.EXPIRY, "its time is over", sitting);
        }
        List<OpenCase> waited = new ArrayList<>();
        for (OpenCase open : cases.released(due)) {
            OpenCase right = stillRight(open, views, book, sitting);
            if (right != null) {
                waited.add(right);
            }
        }
        List<Signal> signals = new ArrayList<>();
        matches.forEach(match -> signals.add(new MatchSignal(match)));
        book.arbitration().decide(book.appraisal().grounds(signals, views, sitting), waited, sitting);
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

    /** Whether scores of the customer at hand may be kept and given on; not while nothing is known. */
    public boolean allowsProfiling() {
        return profile().allowsProfiling();
    }

    private Playbook at(long timeMillis) {
        return playbooks.floorEntry(timeMillis).getValue();
    }

    private static boolean concerns(CareEvent event, Playbook book) {
        String type = event.type().name();
        return type.equals(PROFILE)
                || type.equals(OUTREACH)
                || type.equals(OUTCOME)
                || book.laterEvents().concerns(type);
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

    private void applyToCases(CareEvent event, FeatureView view, boolean late, Playbook book, Sitting sitting) {
        String type = event.type().name();
        if (type.equals(PROFILE)) {
            withdrawWhatIsNotWanted(book.work(), sitting);
        } else if (type.equals(OUTCOME)) {
            book.outcomes().apply(event, sitting);
        }
        if (book.laterEvents().concerns(type)) {
            book.laterEvents().apply(event, view, late, sitting);
        }
    }

    /** Ends cases for which the changed profile no longer leaves room. */
    private void withdrawWhatIsNotWanted(CaseWork work, Sitting sitting) {
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
    private @Nullable OpenCase stillRight(
            OpenCase open, Function<CareEvent, FeatureView> views, Playbook book, Sitting sitting) {
        List<Ground> left = new ArrayList<>();
        for (Ground ground : open.grounds()) {
            Hold hold = holdAtRelease(ground, views, book, sitting);
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

    private @Nullable Hold holdAtRelease(
            Ground ground, Function<CareEvent, FeatureView> views, Playbook book, Sitting sitting) {
        CompiledPlay play = book.plays().get(ground.play());
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
