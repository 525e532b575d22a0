package io.heed.models.label;

import io.heed.events.state.Codec;
import io.heed.events.state.Codecs;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/** Decisions and their slices as bytes. */
public final class SlicedDecisionCodec implements Codec<SlicedDecision> {
    private static final long serialVersionUID = 1L;
    private static final Codec<List<String>> SLICES = Codecs.listOf(Codecs.TEXT);

    @Override
    public void write(SlicedDecision decision, DataOutput out) throws IOException {
        Codecs.writeText(decision.target(), out);
        Codecs.writeText(decision.customer(), out);
        out.writeLong(decision.timeMillis());
        Codecs.writeText(decision.event(), out);
        SLICES.write(decision.slices(), out);
    }

    @Override
    public SlicedDecision read(DataInput in, int writtenVersion) throws IOException {
        return new SlicedDecision(
                Codecs.readText(in), Codecs.readText(in), in.readLong(), Codecs.readText(in), SLICES.read(in, 1));
    }
}
