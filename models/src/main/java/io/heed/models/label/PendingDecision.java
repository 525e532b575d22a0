package io.heed.models.label;

import io.heed.events.state.Codec;
import io.heed.events.state.Codecs;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A decision whose label is not known yet. */
record PendingDecision(
        long timeMillis, String event, String conversation, List<Double> features, boolean label, int treatments) {
    static final Codec<PendingDecision> CODEC = new PendingDecisionCodec();

    PendingDecision labelled() {
        return new PendingDecision(timeMillis, event, conversation, features, true, treatments);
    }

    PendingDecision treated() {
        return new PendingDecision(timeMillis, event, conversation, features, label, treatments + 1);
    }

    private static final class PendingDecisionCodec implements Codec<PendingDecision> {
        private static final long serialVersionUID = 1L;

        @Override
        public void write(PendingDecision decision, DataOutput out) throws IOException {
            out.writeLong(decision.timeMillis);
            Codecs.writeText(decision.event, out);
            Codecs.writeText(decision.conversation, out);
            Codecs.writeVarInt(decision.features.size(), out);
            for (double value : decision.features) {
                out.writeDouble(value);
            }
            out.writeBoolean(decision.label);
            Codecs.writeVarInt(decision.treatments, out);
        }

        @Override
        public PendingDecision read(DataInput in, int writtenVersion) throws IOException {
            long timeMillis = in.readLong();
            String event = Codecs.readText(in);
            String conversation = Codecs.readText(in);
            int size = Codecs.readVarInt(in);
            List<Double> features = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                features.add(in.readDouble());
            }
            return new PendingDecision(
                    timeMillis, event, conversation, features, in.readBoolean(), Codecs.readVarInt(in));
        }
    }
}
