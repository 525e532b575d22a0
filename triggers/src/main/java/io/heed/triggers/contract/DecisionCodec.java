package io.heed.triggers.contract;

import io.heed.events.state.Codec;
import io.heed.events.state.Codecs;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Decisions between operators. */
public final class DecisionCodec implements Codec<Decision> {
    private static final long serialVersionUID = 1L;

    @Override
    public void write(Decision decision, DataOutput out) throws IOException {
        out.writeLong(decision.timeMillis());
        Codecs.writeText(decision.customer(), out);
        Codecs.writeText(decision.play(), out);
        Codecs.writeText(decision.cause(), out);
        Codecs.writeText(decision.signal(), out);
        Codecs.writeText(decision.triggerId(), out);
        Codecs.writeText(decision.outcome().name(), out);
        Codecs.writeVarInt(decision.step(), out);
        Codecs.writeText(decision.reason().code(), out);
        Codecs.writeText(decision.detail(), out);
        out.writeDouble(decision.priority());
        out.writeLong(decision.notBeforeMillis());
        out.writeBoolean(decision.control());
    }

    @Override
    public Decision read(DataInput in, int writtenVersion) throws IOException {
        return new Decision(
                in.readLong(),
                Codecs.readText(in),
                Codecs.readText(in),
                Codecs.readText(in),
                Codecs.readText(in),
                Codecs.readText(in),
                DecisionOutcome.valueOf(Codecs.readText(in)),
                Codecs.readVarInt(in),
                Reason.ofCode(Codecs.readText(in)),
                Codecs.readText(in),
                in.readDouble(),
                in.readLong(),
                in.readBoolean());
    }
}
