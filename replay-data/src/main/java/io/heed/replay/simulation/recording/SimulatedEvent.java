package io.heed.replay.simulation.recording;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event of the recording.
 *
 * @param id unique in the recording
 * @param source the system that it comes from
 * @param type its type, as declared in the workspace
 * @param subject the customer, area or company
 * @param time when it happened
 * @param arrived when its record arrived, never before {@code time}
 * @param sequence its order among events of one source and time, null where the source gives none
 * @param data its fields
 */
public record SimulatedEvent(
        String id,
        String source,
        String type,
        String subject,
        Instant time,
        Instant arrived,
        @Nullable Long sequence,
        Payload data) {
    /** Checks that nothing arrives before it happens. */
    public SimulatedEvent {
        if (arrived.isBefore(time)) {
            throw new IllegalArgumentException("arrived is before time " + time + ": " + arrived);
        }
    }
}
