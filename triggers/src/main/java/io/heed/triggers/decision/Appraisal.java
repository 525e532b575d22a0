package io.heed.triggers.decision;

import io.heed.events.CareEvent;
import io.heed.events.change.RunMode;
import io.heed.features.FeatureView;
import io.heed.triggers.arbitration.Hold;
import io.heed.triggers.cases.Ground;
import io.heed.triggers.contract.Decision;
import io.heed.triggers.contract.DecisionOutcome;
import io.heed.triggers.contract.Proposal;
import io.heed.triggers.contract.Reason;
import io.heed.triggers.contract.TriggerIds;
import io.heed.triggers.decision.Playbook.Candidate;
import io.heed.triggers.play.Action;
import io.heed.triggers.play.CompiledPlay;
import io.heed.triggers.play.Message;
import io.heed.triggers.play.Play;
import io.heed.triggers.play.Policy;
import io.heed.triggers.play.Said;
import io.heed.triggers.profile.CustomerProfile;
import io.heed.triggers.signal.MatchSignal;
import io.heed.triggers.signal.Score;
import io.heed.triggers.signal.Signal;
import io.heed.triggers.signal.SignalOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Judges what the plays make of signals: grounds to act, or why there are none, which it logs. */
final class Appraisal {
    private static final Hold INCOMPLETE = new Hold(Reason.INCOMPLETE, "something that the play needs is absent");

    private final Policy policy;
    private final List<Candidate> candidates;
    private final long liveFromMillis;

    Appraisal(Policy policy, List<Candidate> candidates, long liveFromMillis) {
        this.policy = policy;
        this.candidates = List.copyOf(candidates);
        this.liveFromMillis = liveFromMillis;
    }

    /** The grounds that the signals of one instant give, by rank; whatever gives none is logged. */
    List<Ground> grounds(List<Signal> signals, Function<CareEvent, FeatureView> views, Sitting sitting) {
        List<Ground> grounds = new ArrayList<>();
        for (Signal signal : SignalOrder.inOrder(signals)) {
            for (Candidate candidate : candidates) {
                if (candidate.play().answers(signal)) {
                    appraise(candidate, signal, views, sitting, grounds);
                }
            }
        }
        grounds.sort(Ground.RANK);
        return grounds;
    }

    private void appraise(
            Candidate candidate,
            Signal signal,
            Function<CareEvent, FeatureView> views,
            Sitting sitting,
            List<Ground> grounds) {
        CompiledPlay play = candidate.play();
        Hold refusal = refusal(play, signal, sitting);
        if (refusal != null) {
            logHeld(play.play(), signal, refusal, sitting);
            return;
        }
        FeatureView view = views.apply(signal.anchor());
        if (!play.holds(signal, view, sitting.profile())) {
            logHeld(play.play(), signal, new Hold(Reason.CONDITION, "its condition does not hold"), sitting);
            return;
        }
        Ground ground = ground(play, signal, view, sitting);
        if (ground == null) {
            logHeld(play.play(), signal, INCOMPLETE, sitting);
        } else if (ground.expiresMillis() <= sitting.nowMillis()) {
            sitting.logHeld(ground, new Hold(Reason.EXPIRY, "the signal came too late"));
        } else if (candidate.mode() != RunMode.LIVE) {
            sitting.logHeld(ground, silence(candidate));
        } else {
            grounds.add(ground);
        }
    }

    /** Why a play that judges alone, and does nothing, goes no further. */
    private static Hold silence(Candidate candidate) {
        String version = "version " + candidate.play().play().version();
        return candidate.mode() == RunMode.SHADOW
                ? new Hold(Reason.SHADOW, version + " of the play is a shadow")
                : new Hold(Reason.PAUSED, version + " of the play is paused");
    }

    /** What is wrong with acting on the signal at all, before its condition is looked at; or null. */
    private @Nullable Hold refusal(CompiledPlay play, Signal signal, Sitting sitting) {
        if (sitting.nowMillis() < liveFromMillis) {
            return new Hold(Reason.LIVE_FROM, "the job was not live yet");
        }
        Score score = signal.score();
        if (score != null && score.isShadow()) {
            return new Hold(Reason.SHADOW, "version " + score.version() + " is a shadow");
        }
        boolean refused = play.play().profiling() && !sitting.profile().allowsProfiling();
        return refused ? new Hold(Reason.PROFILING, "no consent to profiling") : null;
    }

    /** The ground that a signal gives, or null where a reason, value or message cannot be completed. */
    private @Nullable Ground ground(CompiledPlay compiled, Signal signal, FeatureView view, Sitting sitting) {
        CustomerProfile profile = sitting.profile();
        double[] worth = compiled.worth(signal, view, profile);
        Said said = compiled.reason(signal, view, profile, profile.zone(policy.timeZone()));
        boolean messaged = compiled.play().message() != null;
        Message message = messaged ? compiled.message(signal, view, profile) : null;
        if (said == null
                || (messaged && message == null)
                || !Arrays.stream(worth).allMatch(Double::isFinite)) {
            return null;
        }
        Play play = compiled.play();
        return new Ground(
                TriggerIds.of(policy.triggerSalt(), play.name(), sitting.customer(), signal),
                play.cause(),
                play.name(),
                play.version(),
                play.profiling(),
                signal,
                features(compiled, signal, view),
                said,
                proposal(play.action(), worth, profile),
                message,
                signal.timeMillis() + play.expiresMillis());
    }

    private static Proposal proposal(Action action, double[] worth, CustomerProfile profile) {
        String channel = action.reachesCustomer()
                ? profile.firstChannel(action.channels())
                : action.channels().get(0);
        return new Proposal(
                action.name(),
                channel,
                action.channels(),
                action.reachesCustomer(),
                action.purpose(),
                action.autonomy(),
                worth[0],
                worth[1],
                worth[2]);
    }

    /** The features that the play reads and those that the pattern read, the latter as the pattern saw them. */
    private static SortedMap<String, Double> features(CompiledPlay play, Signal signal, FeatureView view) {
        SortedMap<String, Double> features = new TreeMap<>();
        for (String feature : play.featuresRead()) {
            features.put(feature, view.value(feature));
        }
        if (signal instanceof MatchSignal matched) {
            features.putAll(matched.match().features());
        }
        features.values().removeIf(value -> !Double.isFinite(value));
        return features;
    }

    private void logHeld(Play play, Signal signal, Hold hold, Sitting sitting) {
        sitting.log(new Decision(
                sitting.nowMillis(),
                sitting.customer(),
                play.name(),
                play.cause(),
                signal.name(),
                TriggerIds.of(policy.triggerSalt(), play.name(), sitting.customer(), signal),
                DecisionOutcome.HELD,
                0,
                hold.reason(),
                hold.detail(),
                Double.NaN,
                0,
                sitting.control()));
    }
}
