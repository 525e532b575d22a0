package io.heed.jobs.change;

import io.heed.jobs.configuration.ChangeOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Where changes are written, one after the other, and read from the beginning. Nothing is ever taken out. */
public interface ChangeLog extends AutoCloseable {
    /**
     * One entry.
     *
     * @param number its place, from 1
     * @param text a change as {@link io.heed.events.change.ChangeRecord} writes it, or whatever else stands there
     */
    record Entry(long number, String text) {}

    /** The log that a configuration names; it must name one. */
    static ChangeLog open(ChangeOptions options) {
        return options.topic().isEmpty()
                ? new ChangeFolder(Path.of(options.directory()))
                : new ChangeTopic(options.bootstrapServers(), options.topic());
    }

    /** All entries after a place that are there now, in order. */
    List<Entry> after(long number) throws IOException;

    /**
     * Adds an entry at the end.
     *
     * @return its place
     */
    long append(String text) throws IOException;

    @Override
    default void close() throws IOException {}
}
