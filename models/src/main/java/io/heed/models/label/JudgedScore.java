package io.heed.models.label;

import io.heed.events.state.Codec;
import io.heed.events.state.Codecs;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A score that was served, and what came of it.
 *
 * @param maturedMillis when the label was known
 * @param label whether a label event followed within the horizon
 * @param control whether the customer belongs to the control group, which no trigger treats
 * @param treatments how many messages that care triggers led to went out within the horizon
 */
public record JudgedScore(ServedScore served, long maturedMillis, boolean label, boolean control, int treatments) {
    /** Its bytes. */
    public static final Codec<JudgedScore> CODEC = new JudgedScoreCodec();

    private static final class JudgedScoreCodec implements Codec<JudgedScore> {
        private static final long serialVersionUID = 1L;

        @Override
        public void write(JudgedScore judged, DataOutput out) throws IOException {
            ServedScore.CODEC.write(judged.served, out);
            out.writeLong(judged.maturedMillis);
            out.writeBoolean(judged.label);
            out.writeBoolean(judged.control);
            Codecs.writeVarInt(judged.treatments, out);
        }

        @Override
        public JudgedScore read(DataInput in, int writtenVersion) throws IOException {
            return new JudgedScore(
                    ServedScore.CODEC.read(in, 1),
                    in.readLong(),
                    in.readBoolean(),
                    in.readBoolean(),
                    Codecs.readVarInt(in));
        }
    }
}
