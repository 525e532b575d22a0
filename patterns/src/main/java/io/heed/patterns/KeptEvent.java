package io.heed.patterns;

import io.heed.events.CareEvent;
import io.heed.events.state.Codec;
import io.heed.events.state.Codecs;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.SortedMap;

/**
 * An event that is kept so that it can run through a later version of a pattern.
 *
 * @param given whether a match that began with it was given already, so that a replay does not give another
 * @param features what the pattern's conditions read when it came
 */
record KeptEvent(CareEvent event, boolean given, SortedMap<String, Double> features) {
    KeptEvent asGiven() {
        return new KeptEvent(event, true, features);
    }

    /** Whether it is that event. */
    boolean isOf(CareEvent other) {
        return event.id().equals(other.id()) && event.source().equals(other.source());
    }

    /** Kept events as bytes. */
    record KeptEventCodec(Codec<CareEvent> events) implements Codec<KeptEvent> {
        private static final long serialVersionUID = 1L;

        @Override
        public int version() {
            return events.version();
        }

        @Override
        public String shape() {
            return events.shape();
        }

        @Override
        public String refusal(int writtenVersion, String writtenShape) {
            return events.refusal(writtenVersion, writtenShape);
        }

        @Override
        public void write(KeptEvent kept, DataOutput out) throws IOException {
            events.write(kept.event(), out);
            out.writeBoolean(kept.given());
            Codecs.writeNumbers(kept.features(), out);
        }

        @Override
        public KeptEvent read(DataInput in, int writtenVersion) throws IOException {
            CareEvent event = events.read(in, writtenVersion);
            return new KeptEvent(event, in.readBoolean(), Codecs.readNumbers(in));
        }
    }
}
