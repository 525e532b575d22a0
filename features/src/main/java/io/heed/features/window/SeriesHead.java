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
    Slots newest;
    int nextNumber;

    SeriesHead(Slots newest) {
        this.newest = newest;
    }

    boolean isEmpty() {
        return sealed.isEmpty() && newest.size() == 0;
    }

    /** By when the first of all blocks, or without any the first entry, has passed. */
    long oldestMillis() {
        return sealed.isEmpty() ? newest.firstMillis(0) : sealed.get(0).lastMillis();
    }

    /** The same with other columns. */
    SeriesHead with(List<Column> columns) {
        Slots changed = newest.with(columns);
        if (changed == newest) {
            return this;
        }
        SeriesHead head = new SeriesHead(changed);
        head.sealed.addAll(sealed);
        head.nextNumber = nextNumber;
        return head;
    }

    private static final class HeadCodec implements Codec<SeriesHead> {
        private static final long serialVersionUID = 1L;
        private static final SlotsCodec SLOTS = new SlotsCodec();

        @Override
        public int version() {
            return Compact.VERSION;
        }

        @Override
        public String refusal(int writtenVersion, String writtenShape) {
            return Compact.refusal(writtenVersion);
        }

        @Override
        public void write(SeriesHead head, DataOutput out) throws IOException {
            SLOTS.write(head.newest, out);
            Codecs.writeVarInt(head.nextNumber, out);
            Codecs.writeVarInt(head.sealed.size(), out);
            long previous = 0;
            for (SealedBlock block : head.sealed) {
                Codecs.writeVarInt(block.number(), out);
                Compact.writeWhole(block.firstMillis() - previous, out);
                Compact.writeUnsigned(block.lastMillis() - block.firstMillis(), out);
                previous = block.lastMillis();
            }
        }

        @Override
        public SeriesHead read(DataInput in, int writtenVersion) throws IOException {
            SeriesHead head = new SeriesHead(SLOTS.read(in, writtenVersion));
            head.nextNumber = Codecs.readVarInt(in);
            int blocks = Codecs.readVarInt(in);
            long previous = 0;
            for (int i = 0; i < blocks; i++) {
                int number = Codecs.readVarInt(in);
                long first = previous + Compact.readWhole(in);
                previous = first + Compact.readUnsigned(in);
                head.sealed.add(new SealedBlock(number, first, previous));
            }
            return head;
        }
    }
}
