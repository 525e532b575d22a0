package io.heed.models.health;

import io.heed.events.state.Codec;
import io.heed.events.state.Codecs;
import io.heed.models.prediction.Arm;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** What one task counted of a version in one window; the parts of all tasks add up. */
public final class HealthPart {
    /** Its bytes. */
    public static final Codec<HealthPart> CODEC = new HealthPartCodec();

    private final Serving serving;
    private final String hash;
    private final long fromMillis;
    private final HealthCounts counts;

    /**
     * A part of a window.
     *
     * @param hash the hash of what the version held when it was counted
     */
    HealthPart(Serving serving, String hash, long fromMillis, HealthCounts counts) {
        this.serving = serving;
        this.hash = hash;
        this.fromMillis = fromMillis;
        this.counts = counts;
    }

    /** Whom it is about. */
    public Serving serving() {
        return serving;
    }

    /** When the window begins. */
    public long fromMillis() {
        return fromMillis;
    }

    /** Both parts together; where the version's content was replaced against all rules, the other alone. */
    HealthPart with(HealthPart other) {
        if (!hash.equals(other.hash)) {
            return other;
        }
        counts.addAll(other.counts);
        return this;
    }

    boolean isOf(TrainedVersion version) {
        return hash.equals(version.hash());
    }

    HealthCounts counts() {
        return counts;
    }

    private static final class HealthPartCodec implements Codec<HealthPart> {
        private static final long serialVersionUID = 1L;

        @Override
        public void write(HealthPart part, DataOutput out) throws IOException {
            Codecs.writeText(part.serving.model(), out);
            out.writeInt(part.serving.version());
            Codecs.writeText(part.serving.arm().name(), out);
            Codecs.writeText(part.hash, out);
            out.writeLong(part.fromMillis);
            HealthCounts.CODEC.write(part.counts, out);
        }

        @Override
        public HealthPart read(DataInput in, int writtenVersion) throws IOException {
            Serving serving = new Serving(Codecs.readText(in), in.readInt(), Arm.valueOf(Codecs.readText(in)));
            return new HealthPart(
                    serving, Codecs.readText(in), in.readLong(), HealthCounts.CODEC.read(in, writtenVersion));
        }
    }
}
