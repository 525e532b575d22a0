package io.heed.jobs.commands;

import io.heed.jobs.commands.arguments.TimeConverter;
import io.heed.jobs.configuration.TimeOptions;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** From when on a recording counts, and how far time goes on after it. */
final class TimeArguments {
    @Option(
            names = "--live-from",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "Events before this time build state and raise nothing. Default: live at once.")
    private @Nullable Instant liveFrom;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "How far time goes on after the last event; what is due later stays open."
                    + " Default: the last event's time.")
    private @Nullable Instant until;

    /** The usual times with these. */
    TimeOptions options() {
        TimeOptions usual = TimeOptions.usual();
        return new TimeOptions(
                usual.maxOutOfOrdernessMillis(),
                usual.duplicatesWithinMillis(),
                usual.maxAheadMillis(),
                usual.idleAfterMillis(),
                liveFrom == null ? usual.liveFromMillis() : liveFrom.toEpochMilli(),
                until == null ? usual.untilMillis() : until.toEpochMilli());
    }
}
