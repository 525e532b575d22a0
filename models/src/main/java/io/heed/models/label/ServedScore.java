package io.heed.models.label;

import io.heed.events.state.Codec;
import io.heed.events.state.Codecs;
import io.heed.models.prediction.Arm;
import io.heed.models.prediction.Prediction;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What is kept of a prediction until its label is known.
 *
 * @param score the probability, 0..1
 * @param positive whether it reached the version's threshold
 */
public record ServedScore(String model, int version, Arm arm, double score, boolean positive) {
    /** Its bytes: about twelve beside the model's name. */
    public static final Codec<ServedScore> CODEC = new ServedScoreCodec();

    private static final int POSITIVE = 0x80;

    /** What is kept of a prediction. */
    public static ServedScore of(Prediction prediction) {
        return new ServedScore(
                prediction.model(), prediction.version(), prediction.arm(), prediction.score(), prediction.positive());
    }

    private static final class ServedScoreCodec implements Codec<ServedScore> {
        private static final long serialVersionUID = 1L;

        @Override
        public void write(ServedScore served, DataOutput out) throws IOException {
            Codecs.writeText(served.model, out);
            Codecs.writeVarInt(served.version, out);
            out.writeByte(code(served.arm) | (served.positive ? POSITIVE : 0));
            out.writeDouble(served.score);
        }

        @Override
        public ServedScore read(DataInput in, int writtenVersion) throws IOException {
            String model = Codecs.readText(in);
            int version = Codecs.readVarInt(in);
            int flags = in.readUnsignedByte();
            Arm arm = arm(flags & ~POSITIVE);
            return new ServedScore(model, version, arm, in.readDouble(), (flags & POSITIVE) != 0);
        }

        private static int code(Arm arm) {
            return switch (arm) {
                case CHAMPION -> 0;
                case CHALLENGER -> 1;
                case SHADOW -> 2;
            };
        }

        private static Arm arm(int code) throws IOException {
            return switch (code) {
                case 0 -> Arm.CHAMPION;
                case 1 -> Arm.CHALLENGER;
                case 2 -> Arm.SHADOW;
                default -> throw new IOException("arm of a score is not known: " + code);
            };
        }
    }
}
