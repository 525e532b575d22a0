package io.heed.jobs.flink.delivery;

import io.heed.jobs.customer.CareResult;
import io.heed.jobs.customer.CareResult.CameLate;
import io.heed.jobs.customer.CareResult.Decided;
import io.heed.jobs.customer.CareResult.Matched;
import io.heed.jobs.customer.CareResult.ModelChecked;
import io.heed.jobs.customer.CareResult.Predicted;
import io.heed.jobs.customer.CareResult.Reviewed;
import io.heed.jobs.customer.CareResult.Triggered;
import io.heed.jobs.customer.CareResult.Unattributed;
import io.heed.jobs.customer.CareResult.Unreadable;
import org.jspecify.annotations.Nullable;

/** The kinds of output; each has its topic and its folder of files. */
public enum OutputKind {
    /** Steps of care triggers. */
    TRIGGERS("triggers"),
    /** The decision log: also what was held back, and why. */
    DECISIONS("decisions"),
    /** Scores. */
    PREDICTIONS("predictions"),
    /** How models did, window by window. */
    MODEL_HEALTH("model-health"),
    /** Matches of patterns, those of shadows and paused patterns included. */
    MATCHES("matches"),
    /** What became of each change of a definition. */
    CHANGES("changes"),
    /** Events that came after their time had passed. */
    LATE("late"),
    /** Events that name no customer. */
    UNATTRIBUTED("unattributed"),
    /** Records that could not be read. */
    DEAD_LETTERS("dead-letters");

    private final String topic;

    OutputKind(String topic) {
        this.topic = topic;
    }

    /** The topic after its prefix, and the folder of its files. */
    public String topic() {
        return topic;
    }

    /** The line of a result of this kind, or null for a result of another. */
    public @Nullable OutputLine line(CareResult result) {
        return switch (this) {
            case TRIGGERS -> result instanceof Triggered triggered ? OutputLines.of(triggered.trigger()) : null;
            case DECISIONS -> result instanceof Decided decided ? OutputLines.of(decided.decision()) : null;
            case PREDICTIONS -> result instanceof Predicted predicted ? OutputLines.of(predicted.prediction()) : null;
            case MODEL_HEALTH -> result instanceof ModelChecked checked ? OutputLines.of(checked.health()) : null;
            case MATCHES -> result instanceof Matched matched ? OutputLines.of(matched.match()) : null;
            case CHANGES -> result instanceof Reviewed reviewed ? OutputLines.of(reviewed.verdict()) : null;
            case LATE -> result instanceof CameLate late ? OutputLines.of(late.event()) : null;
            case UNATTRIBUTED -> result instanceof Unattributed event ? OutputLines.of(event.event()) : null;
            case DEAD_LETTERS -> result instanceof Unreadable unreadable ? OutputLines.of(unreadable.letter()) : null;
        };
    }
}
