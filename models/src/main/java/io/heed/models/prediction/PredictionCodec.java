package io.heed.models.prediction;

import io.heed.events.state.Codec;
import io.heed.events.state.Codecs;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Predictions as bytes. */
public final class PredictionCodec implements Codec<Prediction> {
    private static final long serialVersionUID = 1L;

    @Override
    public void write(Prediction prediction, DataOutput out) throws IOException {
        Codecs.writeText(prediction.model(), out);
        out.writeInt(prediction.version());
        Codecs.writeText(prediction.modelHash(), out);
        Codecs.writeText(prediction.target(), out);
        Codecs.writeText(prediction.customer(), out);
        Codecs.writeText(prediction.arm().name(), out);
        out.writeDouble(prediction.score());
        out.writeDouble(prediction.threshold());
        Codecs.writeText(prediction.eventId(), out);
        out.writeLong(prediction.timeMillis());
        Codecs.writeVarInt(prediction.features().size(), out);
        for (FeatureValue feature : prediction.features()) {
            Codecs.writeText(feature.name(), out);
            writeValue(feature.value(), out);
        }
        out.writeDouble(prediction.baselineScore());
        Codecs.writeVarInt(prediction.contributions().size(), out);
        for (Contribution part : prediction.contributions()) {
            Codecs.writeText(part.feature(), out);
            writeValue(part.value(), out);
            out.writeDouble(part.contribution());
        }
    }

    @Override
    public Prediction read(DataInput in, int writtenVersion) throws IOException {
        return new Prediction(
                Codecs.readText(in),
                in.readInt(),
                Codecs.readText(in),
                Codecs.readText(in),
                Codecs.readText(in),
                Arm.valueOf(Codecs.readText(in)),
                in.readDouble(),
                in.readDouble(),
                Codecs.readText(in),
                in.readLong(),
                readFeatures(in),
                in.readDouble(),
                readContributions(in));
    }

    private static List<FeatureValue> readFeatures(DataInput in) throws IOException {
        int size = Codecs.readVarInt(in);
        List<FeatureValue> features = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            features.add(new FeatureValue(Codecs.readText(in), readValue(in)));
        }
        return features;
    }

    private static List<Contribution> readContributions(DataInput in) throws IOException {
        int size = Codecs.readVarInt(in);
        List<Contribution> contributions = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            contributions.add(new Contribution(Codecs.readText(in), readValue(in), in.readDouble()));
        }
        return contributions;
    }

    private static void writeValue(@Nullable Double value, DataOutput out) throws IOException {
        out.writeDouble(value == null ? Double.NaN : value);
    }

    private static @Nullable Double readValue(DataInput in) throws IOException {
        double value = in.readDouble();
        return Double.isNaN(value) ? null : value;
    }
}
