package io.heed.replay.simulation.conversations;

import io.heed.replay.simulation.chance.Chance;
import io.heed.replay.simulation.life.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The contacts of a customer that may be on their way. */
final class Prospects {
    private final List<PossibleContact> possible = new ArrayList<>();

    /** Adds one; see {@link PossibleContact}. */
    PossibleContact add(@Nullable Problem problem, double probability, Function<Chance, Instant> time) {
        PossibleContact contact = new PossibleContact(problem, probability, time);
        possible.add(contact);
        return contact;
    }

    /** The probability that none of them begins after one time and until another, by what is known at the first. */
    double noneWithin(Instant after, Instant until, Chance chance) {
        double none = 1;
        for (PossibleContact contact : possible) {
            none *= contact.isOver() ? 1 : 1 - contact.within(after, until, chance);
        }
        possible.removeIf(PossibleContact::isOver);
        return none;
    }
}
