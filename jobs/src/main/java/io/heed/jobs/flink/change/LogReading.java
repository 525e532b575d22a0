package io.heed.jobs.flink.change;

import io.heed.events.state.Codec;
import io.heed.events.state.Codecs;
import io.heed.jobs.change.ChangeLog.Entry;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * One look into the change log.
 *
 * @param entries what is new since the last look
 * @param closedUntilMillis up to this time no more changes will take effect; event time waits for it
 */
record LogReading(List<Entry> entries, long closedUntilMillis) {
    static final Codec<LogReading> CODEC = new LogReadingCodec();

    /** Copies the entries. */
    LogReading {
        entries = List.copyOf(entries);
    }

    private static final class LogReadingCodec implements Codec<LogReading> {
        private static final long serialVersionUID = 1L;

        @Override
        public void write(LogReading reading, DataOutput out) throws IOException {
            Codecs.writeVarInt(reading.entries().size(), out);
            for (Entry entry : reading.entries()) {
                out.writeLong(entry.number());
                Codecs.writeText(entry.text(), out);
            }
            out.writeLong(reading.closedUntilMillis());
        }

        @Override
        public LogReading read(DataInput in, int writtenVersion) throws IOException {
            int size = Codecs.readVarInt(in);
            List<Entry> entries = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                entries.add(new Entry(in.readLong(), Codecs.readText(in)));
            }
            return new LogReading(entries, in.readLong());
        }
    }
}
