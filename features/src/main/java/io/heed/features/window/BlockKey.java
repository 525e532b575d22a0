package io.heed.features.window;

import io.heed.events.state.Codec;
import io.heed.events.state.Codecs;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** One block of a group of a series. */
record BlockKey(long series, String group, int number) {
    static final Codec<BlockKey> CODEC = new KeyCodec();

    private static final class KeyCodec implements Codec<BlockKey> {
        private static final long serialVersionUID = 1L;

        @Override
        public void write(BlockKey key, DataOutput out) throws IOException {
            out.writeLong(key.series);
            Codecs.writeText(key.group, out);
            Codecs.writeVarInt(key.number, out);
        }

        @Override
        public BlockKey read(DataInput in, int writtenVersion) throws IOException {
            return new BlockKey(in.readLong(), Codecs.readText(in), Codecs.readVarInt(in));
        }
    }
}
