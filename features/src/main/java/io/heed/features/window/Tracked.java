package io.heed.features.window;

import io.heed.events.state.Codec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * An entry with a key, which a later event may end or replace.
 *
 * @param timeMillis its place in time; for one that replaced another, the other's place
 * @param key the hash of its key
 * @param awaits the hash of the key of an entry that this one replaces or ends and that did not come yet; 0 for none
 * @param knownMillis since when it holds: its own event's time
 * @param endedMillis when it was ended or replaced; {@link Long#MAX_VALUE} while it holds
 * @param counted whether it fulfils the condition of the series
 */
record Tracked(
        long timeMillis, double value, long key, long awaits, long knownMillis, long endedMillis, boolean counted) {
    static final Codec<Tracked> CODEC = new TrackedCodec();

    static Tracked ending(long key, long timeMillis) {
        return new Tracked(timeMillis, 0, 0, key, timeMillis, Long.MAX_VALUE, false);
    }

    boolean isVisibleAt(long nowMillis) {
        return counted && awaits == 0 && timeMillis < nowMillis && knownMillis < nowMillis && endedMillis >= nowMillis;
    }

    /** Whether it can be ended or replaced. */
    boolean holds() {
        return endedMillis == Long.MAX_VALUE && key != 0;
    }

    boolean isEnding() {
        return key == 0;
    }

    Tracked endedAt(long millis) {
        return new Tracked(timeMillis, value, key, awaits, knownMillis, millis, counted);
    }

    /** The same in the place of an entry that came after it, or of what that one in turn awaits. */
    Tracked inPlaceOf(long placeMillis, long nowAwaits) {
        return new Tracked(placeMillis, value, key, nowAwaits, knownMillis, endedMillis, counted);
    }

    private static final class TrackedCodec implements Codec<Tracked> {
        private static final long serialVersionUID = 1L;
        private static final int COUNTED = 1;
        private static final int VALUED = 2;
        private static final int AWAITS = 4;
        private static final int ENDED = 8;

        @Override
        public int version() {
            return Compact.VERSION;
        }

        @Override
        public String refusal(int writtenVersion, String writtenShape) {
            return Compact.refusal(writtenVersion);
        }

        @Override
        public void write(Tracked entry, DataOutput out) throws IOException {
            out.writeByte((entry.counted ? COUNTED : 0)
                    | (entry.value != 0 ? VALUED : 0)
                    | (entry.awaits != 0 ? AWAITS : 0)
                    | (entry.endedMillis != Long.MAX_VALUE ? ENDED : 0));
            Compact.writeWhole(entry.timeMillis, out);
            Compact.writeWhole(entry.knownMillis - entry.timeMillis, out);
            out.writeLong(entry.key);
            if (entry.value != 0) {
                Compact.writeNumber(entry.value, out);
            }
            if (entry.awaits != 0) {
                out.writeLong(entry.awaits);
            }
            if (entry.endedMillis != Long.MAX_VALUE) {
                Compact.writeWhole(entry.endedMillis - entry.timeMillis, out);
            }
        }

        @Override
        public Tracked read(DataInput in, int writtenVersion) throws IOException {
            int flags = in.readUnsignedByte();
            long time = Compact.readWhole(in);
            long known = time + Compact.readWhole(in);
            long key = in.readLong();
            double value = (flags & VALUED) != 0 ? Compact.readNumber(in) : 0;
            long awaits = (flags & AWAITS) != 0 ? in.readLong() : 0;
            long ended = (flags & ENDED) != 0 ? time + Compact.readWhole(in) : Long.MAX_VALUE;
            return new Tracked(time, value, key, awaits, known, ended, (flags & COUNTED) != 0);
        }
    }
}
