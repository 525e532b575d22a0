package io.heed.jobs.flink.intake;

import io.heed.events.CareEvent;
import io.heed.events.codec.DeadLetter;
import io.heed.events.codec.EventReader;
import io.heed.events.codec.RawRecord;
import io.heed.events.codec.Reading;
import org.jspecify.annotations.Nullable;

/**
 * One record that arrived: an event or a dead letter, never both.
 *
 * @param ignoredFields how many fields of the record the catalogue does not know
 */
record Arrival(@Nullable CareEvent event, @Nullable DeadLetter deadLetter, int ignoredFields) {
    /** What a record is, once read. */
    static Arrival of(RawRecord record, EventReader reader) {
        Reading reading = reader.read(record);
        if (reading instanceof Reading.Accepted accepted) {
            return new Arrival(accepted.event(), null, accepted.ignoredFields());
        }
        return new Arrival(null, DeadLetter.of(record, ((Reading.Refused) reading).reason()), 0);
    }

    /** The same with an arrival time for an event whose record has none: the newest time of its partition so far. */
    Arrival arrivedAt(long newestMillis) {
        if (event == null || event.arrivedMillis() != RawRecord.NO_TIMESTAMP) {
            return this;
        }
        return new Arrival(event.arrivedAt(Math.max(event.timeMillis(), newestMillis)), null, ignoredFields);
    }

    /** The time that this arrival moves its partition's clock to, or the least long where it moves none. */
    long drivesTimeTo() {
        return event == null || event.type().isSlow() ? Long.MIN_VALUE : event.timeMillis();
    }
}
