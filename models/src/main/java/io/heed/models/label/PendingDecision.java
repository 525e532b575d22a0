package io.heed.models.label;

import io.heed.events.state.Codec;
import io.heed.events.state.Codecs;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A decision whose label is not known yet.
 *
 * @param known what was known or said at the decision
 */
record PendingDecision<K>(long timeMillis, String conversation, K known, boolean label, int treatments) {
    static <K> Codec<PendingDecision<K>> codec(Codec<K> known) {
        return new PendingDecisionCodec<>(known);
    }

    PendingDecision<K> labelled() {
        return new PendingDecision<>(timeMillis, conversation, known, true, treatments);
    }

    PendingDecision<K> treated() {
        return new PendingDecision<>(timeMillis, conversation, known, label, treatments + 1);
    }

    private static final class PendingDecisionCodec<K> implements Codec<PendingDecision<K>> {
        private static final long serialVersionUID = 1L;

        private final Codec<K> known;

        private PendingDecisionCodec(Codec<K> known) {
            this.known = known;
        }

        @Override
        public int version() {
            return known.version() + 1; // version 1 was that of feature values alone, which only an export keeps
        }

        @Override
        public String refusal(int writtenVersion, String writtenShape) {
            return writtenVersion == 1
                    ? "it waits for labels of a training set in an old form; export from the recording's beginning"
                    : Codec.super.refusal(writtenVersion, writtenShape);
        }

        @Override
        public void write(PendingDecision<K> decision, DataOutput out) throws IOException {
            out.writeLong(decision.timeMillis);
            Codecs.writeText(decision.conversation, out);
            known.write(decision.known, out);
            out.writeBoolean(decision.label);
            Codecs.writeVarInt(decision.treatments, out);
        }

        @Override
        public PendingDecision<K> read(DataInput in, int writtenVersion) throws IOException {
            return new PendingDecision<>(
                    in.readLong(),
                    Codecs.readText(in),
                    known.read(in, writtenVersion - 1),
                    in.readBoolean(),
                    Codecs.readVarInt(in));
        }
    }
}
