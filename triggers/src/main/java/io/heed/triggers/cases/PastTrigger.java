package io.heed.triggers.cases;

import io.heed.events.state.Codec;
import io.heed.events.state.Codecs;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** A trigger that was raised, remembered so that an outcome that comes after its end still counts. */
public record PastTrigger(String triggerId, String play, String cause, long raisedMillis) {
    /** Past triggers as bytes. */
    public static final Codec<PastTrigger> CODEC = new PastTriggerCodec();

    private static final class PastTriggerCodec implements Codec<PastTrigger> {
        private static final long serialVersionUID = 1L;

        @Override
        public void write(PastTrigger past, DataOutput out) throws IOException {
            Codecs.writeText(past.triggerId, out);
            Codecs.writeText(past.play, out);
            Codecs.writeText(past.cause, out);
            out.writeLong(past.raisedMillis);
        }

        @Override
        public PastTrigger read(DataInput in, int writtenVersion) throws IOException {
            return new PastTrigger(Codecs.readText(in), Codecs.readText(in), Codecs.readText(in), in.readLong());
        }
    }
}
