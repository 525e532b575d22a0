package io.heed.replay.simulation.conversations;

import io.heed.replay.simulation.chance.Chance;
import io.heed.replay.simulation.life.Problem;
import java.time.Instant;

/**
 * A customer who turns to the company about a problem.
 *
 * @param problem what it is about
 * @param start when it begins
 * @param emotion how the customer feels
 * @param limitSeconds how long the customer will wait
 * @param load how busy support is, 1 on an ordinary day
 * @param solvedShare how likely somebody who listens solves it
 * @param chance the draws of this encounter
 */
record Encounter(
        Problem problem,
        Instant start,
        Emotion emotion,
        int limitSeconds,
        double load,
        double solvedShare,
        Chance chance) {
    /** Share of closings that are noted the other way round than they are. */
    private static final double WRONG_RESOLUTION = 0.06;

    private static final double WRONG_TOPIC = 0.12;

    boolean drawSolved() {
        return chance.happens(solvedShare);
    }

    /** What the care agent notes: mostly whether it was solved. */
    boolean drawNotedResolved(boolean solved) {
        return chance.happens(WRONG_RESOLUTION) != solved;
    }

    /** The topic that the care agent notes: mostly what it was about. */
    String drawNotedTopic() {
        return chance.happens(WRONG_TOPIC) ? chance.pick(Topics.ALL) : problem.topic();
    }
}
