package io.heed.triggers.decision;

import io.heed.features.FeatureView;
import io.heed.triggers.arbitration.Hold;
import io.heed.triggers.cases.Ground;
import io.heed.triggers.contract.Proposal;
import io.heed.triggers.contract.Reason;
import io.heed.triggers.contract.TriggerIds;
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
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Judges what a play makes of a signal: either a ground to act, or why there is none. */
final class Appraisal {
    private final Policy policy;
    private final long liveFromMillis;

    Appraisal(Policy policy, long liveFromMillis) {
        this.policy = policy;
        this.liveFromMillis = liveFromMillis;
    }

    /** What is wrong with acting on the signal at all, before its condition is looked at; or null. */
    @Nullable
    Hold refusal(CompiledPlay play, Signal signal, Sitting sitting) {
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

    /** The ground that a signal gives, or null where the condition does not hold. */
    @Nullable
    Ground ground(CompiledPlay compiled, Signal signal, FeatureView view, Sitting sitting) {
        CustomerProfile profile = sitting.profile();
        if (!compiled.holds(signal, view, profile)) {
            return null;
        }
        double[] worth = compiled.worth(signal, view, profile);
        Said said = compiled.reason(signal, view, profile, profile.zone(policy.timeZone()));
        boolean messaged = compiled.play().message() != null;
        Message message = messaged ? compiled.message(signal, view, profile) : null;
        if (said == null
                || (messaged && message == null)
                || !Arrays.stream(worth).allMatch(Double::isFinite)) {
            throw new IncompleteException();
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

    /** A reason, message or value of a play cannot be completed because something that it reads is absent. */
    static final class IncompleteException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        IncompleteException() {
            super("something that the play needs is absent", null, false, false);
        }
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
}
