package io.heed.triggers.profile;

import io.heed.events.state.Codec;
import io.heed.events.state.Codecs;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A message that counts towards the caps.
 *
 * @param triggerId the care trigger that led to it, "" where none did
 * @param offer whether it offered something
 * @param reached whether it went to the customer; false for offers that a care agent makes
 */
public record SentMessage(long timeMillis, String triggerId, boolean offer, boolean reached) {
    /** Messages as bytes. */
    public static final Codec<SentMessage> CODEC = new MessageCodec();

    private static final class MessageCodec implements Codec<SentMessage> {
        private static final long serialVersionUID = 1L;

        @Override
        public void write(SentMessage message, DataOutput out) throws IOException {
            out.writeLong(message.timeMillis);
            Codecs.writeText(message.triggerId, out);
            out.writeBoolean(message.offer);
            out.writeBoolean(message.reached);
        }

        @Override
        public SentMessage read(DataInput in, int writtenVersion) throws IOException {
            return new SentMessage(in.readLong(), Codecs.readText(in), in.readBoolean(), in.readBoolean());
        }
    }
}
