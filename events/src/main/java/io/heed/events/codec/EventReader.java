package io.heed.events.codec;

/** Turns one record into an event. */
public interface EventReader {
    /** What became of the record; never throws for any content. */
    Reading read(RawRecord record);
}
