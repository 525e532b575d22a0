package io.heed.triggers.cases;

import io.heed.triggers.contract.Proposal;
import io.heed.triggers.play.Message;
import io.heed.triggers.play.Said;
import io.heed.triggers.profile.CustomerProfile;
import io.heed.triggers.signal.Signal;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Why a case is open: one signal and what a play makes of it.
 *
 * @param triggerId the id of a trigger that is raised on this ground
 * @param profiled whether it needs the customer's consent to profiling
 * @param features the features that the signal and the play read, as they were when the signal came true
 * @param message the text for the customer, null where the action has none
 * @param expiresMillis from when on it is no use
 */
public record Ground(
        String triggerId,
        String cause,
        String play,
        int playVersion,
        boolean profiled,
        Signal signal,
        SortedMap<String, Double> features,
        Said said,
        Proposal proposal,
        @Nullable Message message,
        long expiresMillis) {
    /**
     * The order in which grounds count: by priority, then the value to the company, then the play's name; of one play
     * the newest first.
     */
    public static final Comparator<Ground> RANK = Comparator.comparingDouble(
                    (Ground ground) -> -ground.proposal().priority())
            .thenComparingDouble(ground -> -ground.proposal().businessValue())
            .thenComparing(Ground::play)
            .thenComparingLong(ground -> -ground.signal().timeMillis())
            .thenComparing(Ground::triggerId);

    /** Copies the features. */
    public Ground {
        features = new TreeMap<>(features);
    }

    /** The same ground, said in other words. */
    public Ground withSaid(Said other) {
        return new Ground(
                triggerId,
                cause,
                play,
                playVersion,
                profiled,
                signal,
                features,
                other,
                proposal,
                message,
                expiresMillis);
    }

    /** The same ground with another proposal. */
    public Ground withProposal(Proposal other) {
        return new Ground(
                triggerId, cause, play, playVersion, profiled, signal, features, said, other, message, expiresMillis);
    }

    /** The same ground by the first channel that reaches the customer; for no customer it stays as it is. */
    public Ground reaching(CustomerProfile profile) {
        return proposal.reachesCustomer() ? withProposal(proposal.by(profile.firstChannel(proposal.channels()))) : this;
    }

    /** The same ground, of use for longer. */
    public Ground expiringNotBefore(long millis) {
        return new Ground(
                triggerId,
                cause,
                play,
                playVersion,
                profiled,
                signal,
                features,
                said,
                proposal,
                message,
                Math.max(expiresMillis, millis));
    }

    /** Whether both say the same: the same play of signals with the same anchor. */
    boolean repeats(Ground other) {
        return play.equals(other.play)
                && signal.anchor().source().equals(other.signal.anchor().source())
                && signal.anchor().id().equals(other.signal.anchor().id());
    }
}
