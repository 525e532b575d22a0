package io.heed.jobs.change;

import io.heed.events.change.Change;
import io.heed.events.change.ChangeCodec;
import io.heed.events.state.Codec;
import io.heed.events.state.Codecs;
import io.heed.jobs.change.ChangeVerdict.Outcome;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Verdicts as bytes. */
public final class ChangeVerdictCodec implements Codec<ChangeVerdict> {
    private static final long serialVersionUID = 1L;
    private static final ChangeCodec CHANGES = new ChangeCodec();
    private static final Codec<List<String>> REASONS = Codecs.listOf(Codecs.TEXT);

    @Override
    public void write(ChangeVerdict verdict, DataOutput out) throws IOException {
        out.writeLong(verdict.number());
        Change change = verdict.change();
        out.writeBoolean(change != null);
        if (change != null) {
            CHANGES.write(change, out);
        }
        Codecs.writeText(verdict.outcome().name(), out);
        REASONS.write(verdict.reasons(), out);
    }

    @Override
    public ChangeVerdict read(DataInput in, int writtenVersion) throws IOException {
        long number = in.readLong();
        @Nullable Change change = in.readBoolean() ? CHANGES.read(in, 1) : null;
        return new ChangeVerdict(number, change, Outcome.valueOf(Codecs.readText(in)), REASONS.read(in, 1));
    }
}
