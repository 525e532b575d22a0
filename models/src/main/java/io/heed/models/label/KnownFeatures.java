package io.heed.models.label;

import io.heed.events.state.Codec;
import io.heed.events.state.Codecs;
import io.heed.models.target.Target;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What a training set keeps of a decision.
 *
 * @param event the decision event's id
 * @param values the features in the target's order, NaN where absent
 */
public record KnownFeatures(String event, List<Double> values) {
    /** Their bytes. */
    public static final Codec<KnownFeatures> CODEC = new KnownFeaturesCodec();

    /** Copies the values. */
    public KnownFeatures {
        values = List.copyOf(values);
    }

    /** What is known of a target's features. */
    public static KnownFeatures of(Target target, String event, ToDoubleFunction<String> features) {
        List<Double> values = new ArrayList<>(target.features().size());
        target.features().forEach(name -> values.add(features.applyAsDouble(name)));
        return new KnownFeatures(event, values);
    }

    private static final class KnownFeaturesCodec implements Codec<KnownFeatures> {
        private static final long serialVersionUID = 1L;

        @Override
        public void write(KnownFeatures known, DataOutput out) throws IOException {
            Codecs.writeText(known.event, out);
            Codecs.writeVarInt(known.values.size(), out);
            for (double value : known.values) {
                out.writeDouble(value);
            }
        }

        @Override
        public KnownFeatures read(DataInput in, int writtenVersion) throws IOException {
            String event = Codecs.readText(in);
            int size = Codecs.readVarInt(in);
            List<Double> values = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                values.add(in.readDouble());
            }
            return new KnownFeatures(event, values);
        }
    }
}
