package io.heed.jobs.flink.intake;

import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.codec.CloudEventReader;
import io.heed.events.codec.EventReader;
import io.heed.events.codec.RecordLimits;
import io.heed.events.mapping.MappedEventReader;
import io.heed.events.mapping.SourceMapping;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * How the records of a source are written.
 *
 * @param mapping the workspace's mapping of a foreign source, or null for CloudEvents
 */
public record EventFormat(
        EventCatalogue catalogue, @Nullable SourceMapping mapping, RecordLimits limits) implements Serializable {
    /** A new reader of such records. */
    EventReader newReader() {
        return mapping == null
                ? new CloudEventReader(catalogue, limits)
                : new MappedEventReader(mapping, catalogue, limits);
    }

    /** How many lines at the beginning of a file are no records. */
    int skipLines() {
        return mapping == null ? 0 : mapping.skipLines();
    }
}
