package io.heed.triggers.contract;

import io.heed.triggers.play.Autonomy;
import io.heed.triggers.profile.Purpose;
import java.util.List;

/**
 * What a trigger proposes to do, and what that is worth.
 *
 * @param channel the channel to use; for a customer, the first of the play's channels that reaches them
 * @param channels all channels of the play, best first
 * @param probability how likely the trouble is, or that the action helps
 */
public record Proposal(
        String action,
        String channel,
        List<String> channels,
        boolean reachesCustomer,
        Purpose purpose,
        Autonomy autonomy,
        double probability,
        double customerValue,
        double businessValue) {
    /** Copies the channels. */
    public Proposal {
        channels = List.copyOf(channels);
    }

    /** What decides between causes: probability times the value to the customer. */
    public double priority() {
        return probability * customerValue;
    }

    /** The same proposal by another channel. */
    public Proposal by(String otherChannel) {
        return new Proposal(
                action,
                otherChannel,
                channels,
                reachesCustomer,
                purpose,
                autonomy,
                probability,
                customerValue,
                businessValue);
    }

    /** The same proposal, to be approved by a person first. */
    public Proposal withAutonomy(Autonomy other) {
        return new Proposal(
                action, channel, channels, reachesCustomer, purpose, other, probability, customerValue, businessValue);
    }
}
