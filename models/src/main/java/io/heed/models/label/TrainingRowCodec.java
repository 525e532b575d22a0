package io.heed.models.label;

import io.heed.events.state.Codec;
import io.heed.events.state.Codecs;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Training rows as bytes. */
public final class TrainingRowCodec implements Codec<TrainingRow> {
    private static final long serialVersionUID = 1L;

    @Override
    public void write(TrainingRow row, DataOutput out) throws IOException {
        Codecs.writeText(row.target(), out);
        Codecs.writeText(row.customer(), out);
        out.writeLong(row.timeMillis());
        Codecs.writeText(row.event(), out);
        Codecs.writeVarInt(row.features().size(), out);
        for (double value : row.features()) {
            out.writeDouble(value);
        }
        out.writeBoolean(row.label());
        Codecs.writeText(row.arm(), out);
        Codecs.writeVarInt(row.treatments(), out);
    }

    @Override
    public TrainingRow read(DataInput in, int writtenVersion) throws IOException {
        String target = Codecs.readText(in);
        String customer = Codecs.readText(in);
        long timeMillis = in.readLong();
        String event = Codecs.readText(in);
        int size = Codecs.readVarInt(in);
        List<Double> features = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            features.add(in.readDouble());
        }
        return new TrainingRow(
                target,
                customer,
                timeMillis,
                event,
                features,
                in.readBoolean(),
                Codecs.readText(in),
                Codecs.readVarInt(in));
    }
}
