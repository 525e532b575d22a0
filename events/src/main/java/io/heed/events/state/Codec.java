package io.heed.events.state;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;

/**
 * Writes values of one kind as bytes and reads them back, in this and in every earlier version. A codec holds no state
 * of its own beyond what it was constructed with.
 *
 * @param <T> the values
 */
public interface Codec<T> extends Serializable {
    /** The version that {@link #write} writes, from 1; raised when the bytes change. */
    default int version() {
        return 1;
    }

    /** What the bytes depend on beside the version, such as the layouts of event types; "" for nothing. */
    default String shape() {
        return "";
    }

    /** Why bytes written with an older version or shape cannot be read, or "" where they can. */
    default String refusal(int writtenVersion, String writtenShape) {
        return writtenVersion <= version() ? "" : "it was written by a newer version: " + writtenVersion;
    }

    /** Writes a value in the present version. */
    void write(T value, DataOutput out) throws IOException;

    /** Reads a value that was written in a version. */
    T read(DataInput in, int writtenVersion) throws IOException;
}
