package io.heed.features.window;

import io.heed.events.state.Codec;
import io.heed.events.state.Codecs;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One group of a series; the group is "" where the series has none. */
record SeriesKey(long series, String group) {
    static final Codec<SeriesKey> CODEC = new KeyCodec();

    // What a record brings by itself goes by way of method handles, which shows where every event looks keys up.
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof SeriesKey that && series == that.series && group.equals(that.group));
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(series) + group.hashCode();
    }

    BlockKey block(int number) {
        return new BlockKey(series, group, number);
    }

    private static final class KeyCodec implements Codec<SeriesKey> {
        private static final long serialVersionUID = 1L;

        @Override
        public void write(SeriesKey key, DataOutput out) throws IOException {
            out.writeLong(key.series);
            Codecs.writeText(key.group, out);
        }

        @Override
        public SeriesKey read(DataInput in, int writtenVersion) throws IOException {
            return new SeriesKey(in.readLong(), Codecs.readText(in));
        }
    }
}
