package io.heed.events.change;

import io.heed.events.state.Codec;
import io.heed.events.state.Codecs;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Changes as bytes: their number, and the text that stands in the log. */
public final class ChangeCodec implements Codec<Change> {
    private static final long serialVersionUID = 1L;

    @Override
    public void write(Change change, DataOutput out) throws IOException {
        out.writeLong(change.number());
        Codecs.writeText(ChangeRecord.write(change), out);
    }

    @Override
    public Change read(DataInput in, int writtenVersion) throws IOException {
        long number = in.readLong();
        return ChangeRecord.read(number, Codecs.readText(in));
    }
}
