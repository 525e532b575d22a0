package io.heed.patterns;

import io.heed.events.state.Codec;
import io.heed.events.state.Codecs;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What a customer's index says of a pattern with open matches, so that nothing else need be loaded to know it.
 *
 * @param key the pattern's name and version
 * @param deadlineMillis what the agenda holds for it, or {@link Long#MAX_VALUE} where that is nothing
 * @param count how many matches are open
 */
record OpenPattern(String key, long deadlineMillis, int count) {
    static final Codec<OpenPattern> CODEC = new OpenPatternCodec();

    private static final class OpenPatternCodec implements Codec<OpenPattern> {
        private static final long serialVersionUID = 1L;

        @Override
        public void write(OpenPattern open, DataOutput out) throws IOException {
            Codecs.writeText(open.key(), out);
            out.writeLong(open.deadlineMillis());
            Codecs.writeVarInt(open.count(), out);
        }

        @Override
        public OpenPattern read(DataInput in, int writtenVersion) throws IOException {
            return new OpenPattern(Codecs.readText(in), in.readLong(), Codecs.readVarInt(in));
        }
    }
}
