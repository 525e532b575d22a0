package io.heed.features.window;

import io.heed.events.state.Codec;
import io.heed.events.state.Codecs;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The newest entries of a group, which change often, and a list of the blocks that hold the older ones. */
final class SeriesHead {
    static final Codec<SeriesHead> CODEC = new HeadCodec();

    final List<SealedBlock> sealed = new ArrayList<>();
    final Entries newest;
    int nextNumber;
    /** The oldest entry ever; {@link Long#MAX_VALUE} before the first. */
    long oldestMillis = Long.MAX_VALUE;

    double oldestValue;

    SeriesHead() {
        this(new Entries());
    }

    private SeriesHead(Entries newest) {
        this.newest = newest;
    }

    void noteOldest(long timeMillis, double value) {
        if (timeMillis < oldestMillis) {
            oldestMillis = timeMillis;
            oldestValue = value;
        }
    }

    /** How many entries are certain to lie before an instant, blocks from an index on and the newest together. */
    int countBefore(long millis, int fromBlock) {
        int count = newest.countBefore(millis);
        for (SealedBlock block : sealed.subList(fromBlock, sealed.size())) {
            count += block.lastMillis() < millis ? block.size() : 0;
        }
        return count;
    }

    private static final class HeadCodec implements Codec<SeriesHead> {
        private static final long serialVersionUID = 1L;

        @Override
        public void write(SeriesHead head, DataOutput out) throws IOException {
            Entries.CODEC.write(head.newest, out);
            Compact.writeWhole(head.oldestMillis, out);
            Compact.writeNumber(head.oldestValue, out);
            Codecs.writeVarInt(head.nextNumber, out);
            Codecs.writeVarInt(head.sealed.size(), out);
            long previous = 0;
            for (SealedBlock block : head.sealed) {
                Codecs.writeVarInt(block.number(), out);
                Compact.writeWhole(block.firstMillis() - previous, out);
                Compact.writeWhole(block.lastMillis() - block.firstMillis(), out);
                Codecs.writeVarInt(block.size(), out);
                previous = block.lastMillis();
            }
        }

        @Override
        public SeriesHead read(DataInput in, int writtenVersion) throws IOException {
            SeriesHead head = new SeriesHead(Entries.CODEC.read(in, 1));
            head.oldestMillis = Compact.readWhole(in);
            head.oldestValue = Compact.readNumber(in);
            head.nextNumber = Codecs.readVarInt(in);
            int blocks = Codecs.readVarInt(in);
            long previous = 0;
            for (int i = 0; i < blocks; i++) {
                int number = Codecs.readVarInt(in);
                long first = previous + Compact.readWhole(in);
                previous = first + Compact.readWhole(in);
                head.sealed.add(new SealedBlock(number, first, previous, Codecs.readVarInt(in)));
            }
            return head;
        }
    }
}
