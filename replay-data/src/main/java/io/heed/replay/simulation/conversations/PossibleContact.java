package io.heed.replay.simulation.conversations;

import io.heed.replay.simulation.chance.Chance;
import io.heed.replay.simulation.life.Problem;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A contact that may be on its way: how likely it was at first, and the law by which its time was drawn. */
final class PossibleContact {
    private static final int DRAWS = 300;

    private final @Nullable Problem problem;
    private final double probability;
    private final Function<Chance, Instant> time;
    private boolean over;

    /**
     * A contact that comes with this probability.
     *
     * @param problem what keeps it from coming once it has ended; null where nothing does
     * @param time draws a time for it
     */
    PossibleContact(@Nullable Problem problem, double probability, Function<Chance, Instant> time) {
        this.problem = problem;
        this.probability = Math.min(1, probability);
        this.time = time;
    }

    /** Its time came: it began, or it was given up. */
    void end() {
        over = true;
    }

    /** Whether it can no longer come. */
    boolean isOver() {
        return over || (problem != null && !problem.isOpen());
    }

    /** The probability that it begins after one time and until another, given that it has not begun by the first. */
    double within(Instant after, Instant until, Chance chance) {
        int before = 0;
        int within = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            Instant drawn = time.apply(chance);
            if (!drawn.isAfter(after)) {
                before++;
            } else if (!drawn.isAfter(until)) {
                within++;
            }
        }
        over = before == DRAWS;
        return over ? 0 : probability * within / (DRAWS - probability * before);
    }
}
