package io.heed.replay.simulation.conversations;

import java.util.Locale;

/** How a customer feels while writing or speaking. */
public enum Emotion {
    /** At ease. */
    CALM,
    /** Pleased with what was done. */
    SATISFIED,
    /** Does not understand what is going on. */
    CONFUSED,
    /** Afraid of what may come. */
    WORRIED,
    /** Tired of trying. */
    FRUSTRATED,
    /** Beyond that. */
    ANGRY;

    /** The word in the truth, which is also that of the emotional-state model. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
