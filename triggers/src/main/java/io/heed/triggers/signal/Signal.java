package io.heed.triggers.signal;

import io.heed.events.CareEvent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What may start a play: a pattern that came true, or a model's score. */
public sealed interface Signal permits MatchSignal, ScoreSignal {
    /** Whether it is a pattern's or a model's. */
    SignalKind kind();

    /** The pattern's or model's name. */
    String name();

    /** The pattern's or model's version. */
    int version();

    /** When it came true: the time of its last event, or its deadline. */
    long timeMillis();

    /** Its events by stage, in order; a score has one stage, {@link ScoreSignal#STAGE}. */
    Map<String, List<CareEvent>> stages();

    /** The event that anchors it: the first of a match, the one that a score was given at. */
    CareEvent anchor();

    /** The score, or null for a pattern. */
    default @Nullable Score score() {
        return null;
    }
}
