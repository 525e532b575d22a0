package io.heed.jobs.flink.intake;

import io.heed.events.CareEvent;
import io.heed.events.codec.DeadLetter;
import io.heed.events.state.CareEventCodec;
import io.heed.events.state.Codec;
import io.heed.events.state.Codecs;
import io.heed.events.state.DeadLetterCodec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Arrivals as bytes. */
final class ArrivalCodec implements Codec<Arrival> {
    private static final long serialVersionUID = 1L;
    private static final DeadLetterCodec DEAD_LETTERS = new DeadLetterCodec();

    private final CareEventCodec events;

    ArrivalCodec(CareEventCodec events) {
        this.events = events;
    }

    @Override
    public String shape() {
        return events.shape();
    }

    @Override
    public void write(Arrival arrival, DataOutput out) throws IOException {
        CareEvent event = arrival.event();
        DeadLetter deadLetter = arrival.deadLetter();
        out.writeBoolean(event != null);
        if (event != null) {
            events.write(event, out);
        } else if (deadLetter != null) {
            DEAD_LETTERS.write(deadLetter, out);
        }
        Codecs.writeVarInt(arrival.ignoredFields(), out);
    }

    @Override
    public Arrival read(DataInput in, int writtenVersion) throws IOException {
        if (in.readBoolean()) {
            return new Arrival(events.read(in, 1), null, Codecs.readVarInt(in));
        }
        return new Arrival(null, DEAD_LETTERS.read(in, 1), Codecs.readVarInt(in));
    }
}
