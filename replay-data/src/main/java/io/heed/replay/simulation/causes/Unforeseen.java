package io.heed.replay.simulation.causes;

import java.time.Duration;
import java.time.Instant;

/**
 * Contacts to be expected of what has not begun yet: the mean number until a time, by the rates at which things begin.
 *
 * @param life whose contacts
 * @param after what begins after this time
 * @param until contacts until this time
 */
record Unforeseen(Life life, Instant after, Instant until) {
    double contacts() {
        return Questions.expected(this)
                + NetworkTroubles.expected(this)
                + OnlineTroubles.expected(this)
                + Prepaid.expected(this);
    }

    /**
     * Contacts about things of one kind.
     *
     * @param between the mean time between two of them
     * @param thought the mean time from one to the contact about it
     * @param probability that somebody of ordinary readiness turns to the company about one
     */
    double about(Duration between, Duration thought, double probability) {
        double begun = Math.max(0, ratio(Duration.between(after, until).minus(thought), between));
        return begun * readiness(probability);
    }

    /** The probability that this customer turns to the company, from that of somebody of ordinary readiness. */
    double readiness(double probability) {
        return Math.min(1, probability * life.customer().traits().contactRate());
    }

    static double ratio(Duration part, Duration whole) {
        return (double) part.toSeconds() / whole.toSeconds();
    }
}
