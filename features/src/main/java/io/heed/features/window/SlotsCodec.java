package io.heed.features.window;

import io.heed.events.state.Codec;
import io.heed.events.state.Codecs;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Entries and tiles as bytes: times as distances, and values that come again as references. */
final class SlotsCodec implements Codec<Slots> {
    private static final long serialVersionUID = 1L;
    /** An aggregate's place here is its number in state; new ones go to the end. */
    private static final List<Aggregate> AGGREGATES = List.of(
            Aggregate.SUM,
            Aggregate.DEVIATION,
            Aggregate.MIN,
            Aggregate.MAX,
            Aggregate.SLOPE,
            Aggregate.DECAYED_SUM,
            Aggregate.DISTINCT,
            Aggregate.FIRST,
            Aggregate.DECAYED_MEAN);

    private static final long SECOND_MILLIS = 1_000;

    @Override
    public int version() {
        return Compact.VERSION;
    }

    @Override
    public String refusal(int writtenVersion, String writtenShape) {
        return Compact.refusal(writtenVersion);
    }

    @Override
    public void write(Slots slots, DataOutput out) throws IOException {
        writeColumns(slots.columns(), out);
        long unit = unitMillis(slots);
        Codecs.writeVarInt(slots.size() << 1 | (unit == 1 ? 0 : 1), out);
        long previous = slots.size() == 0 ? 0 : slots.firstMillis(0) / unit;
        Compact.writeWhole(previous, out);
        for (int slot = 0; slot < slots.size(); slot++) {
            Tile tile = slots.tile(slot);
            long time = slots.firstMillis(slot) / unit;
            Compact.writeUnsigned((time - previous) << 1 | (tile == null ? 0 : 1), out);
            previous = time;
            if (tile != null) {
                write(tile, slots.firstMillis(slot), out);
            }
        }
        for (int column = 0; column < slots.columns().size(); column++) {
            for (int slot = 0; slot < slots.size(); slot++) {
                if (slots.tile(slot) == null) {
                    Compact.writeNumber(slots.values(column), slot, out);
                }
            }
        }
    }

    @Override
    public Slots read(DataInput in, int writtenVersion) throws IOException {
        List<Column> columns = readColumns(in);
        int header = Codecs.readVarInt(in);
        long unit = (header & 1) == 0 ? 1 : SECOND_MILLIS;
        Slots slots = new Slots(columns, header >>> 1);
        long time = Compact.readWhole(in);
        for (int left = header >>> 1; left > 0; left--) {
            long bits = Compact.readUnsigned(in);
            time += bits >>> 1;
            slots.append(time * unit, (bits & 1) == 0 ? null : readTile(columns, time * unit, in));
        }
        for (int column = 0; column < columns.size(); column++) {
            double[] values = slots.values(column);
            for (int slot = 0; slot < slots.size(); slot++) {
                if (slots.tile(slot) == null) {
                    values[slot] = Compact.readNumber(values, slot, in);
                }
            }
        }
        return slots;
    }

    private static long unitMillis(Slots slots) {
        for (int slot = 0; slot < slots.size(); slot++) {
            if (slots.firstMillis(slot) % SECOND_MILLIS != 0) {
                return 1;
            }
        }
        return SECOND_MILLIS;
    }

    private static void writeColumns(List<Column> columns, DataOutput out) throws IOException {
        Codecs.writeVarInt(columns.size(), out);
        for (Column column : columns) {
            out.writeInt(column.id());
            Codecs.writeVarInt(column.statistics().size(), out);
            for (Statistic statistic : column.statistics()) {
                out.writeByte(AGGREGATES.indexOf(statistic.aggregate()));
                if (statistic.aggregate().decays()) {
                    Compact.writeUnsigned(statistic.halfLifeMillis(), out);
                }
            }
        }
    }

    private static List<Column> readColumns(DataInput in) throws IOException {
        List<Column> columns = new ArrayList<>();
        for (int left = Codecs.readVarInt(in); left > 0; left--) {
            int id = in.readInt();
            List<Statistic> statistics = new ArrayList<>();
            for (int more = Codecs.readVarInt(in); more > 0; more--) {
                Aggregate aggregate = AGGREGATES.get(in.readByte());
                statistics.add(new Statistic(aggregate, aggregate.decays() ? Compact.readUnsigned(in) : 0));
            }
            columns.add(new Column(id, statistics));
        }
        return columns;
    }

    private static void write(Tile tile, long firstMillis, DataOutput out) throws IOException {
        Codecs.writeVarInt(tile.entries() << 1 | (tile.isComplete() ? 1 : 0), out);
        for (int column = 0; column < tile.columns(); column++) {
            for (Accumulator.@Nullable OfValues statistic : tile.column(column)) {
                if (!tile.isComplete()) {
                    out.writeBoolean(statistic != null);
                }
                if (statistic != null) {
                    statistic.write(firstMillis, out);
                }
            }
        }
    }

    private static Tile readTile(List<Column> columns, long firstMillis, DataInput in) throws IOException {
        int header = Codecs.readVarInt(in);
        boolean isComplete = (header & 1) == 1;
        Tile tile = new Tile(columns, header >>> 1);
        for (int column = 0; column < columns.size(); column++) {
            readStatistics(tile.column(column), isComplete, firstMillis, in);
        }
        return tile;
    }

    private static void readStatistics(
            @Nullable Accumulator.OfValues[] statistics, boolean isComplete, long firstMillis, DataInput in)
            throws IOException {
        for (int i = 0; i < statistics.length; i++) {
            Accumulator.OfValues statistic = statistics[i];
            if (statistic == null || (!isComplete && !in.readBoolean())) {
                statistics[i] = null;
                continue;
            }
            statistic.read(firstMillis, in);
            if (i > 0 && statistic instanceof Summed summed) {
                summed.sum().addAll(Objects.requireNonNull(statistics[0]));
            }
        }
    }
}
