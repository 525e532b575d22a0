package io.heed.events.state;

import io.heed.events.codec.DeadLetter;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Dead letters as bytes. */
public final class DeadLetterCodec implements Codec<DeadLetter> {
    private static final long serialVersionUID = 1L;

    @Override
    public void write(DeadLetter letter, DataOutput out) throws IOException {
        Codecs.writeText(letter.source(), out);
        out.writeLong(letter.position());
        Codecs.writeText(letter.reason(), out);
        out.writeInt(letter.length());
        Codecs.writeText(letter.sha256(), out);
        Codecs.writeText(letter.record(), out);
    }

    @Override
    public DeadLetter read(DataInput in, int writtenVersion) throws IOException {
        return new DeadLetter(
                Codecs.readText(in),
                in.readLong(),
                Codecs.readText(in),
                in.readInt(),
                Codecs.readText(in),
                Codecs.readText(in));
    }
}
