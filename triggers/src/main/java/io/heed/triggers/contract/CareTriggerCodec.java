package io.heed.triggers.contract;

import io.heed.events.state.Codec;
import io.heed.events.state.Codecs;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Triggers between operators: their JSON, so that there is one form of them to keep compatible. */
public final class CareTriggerCodec implements Codec<CareTrigger> {
    private static final long serialVersionUID = 1L;

    @Override
    public void write(CareTrigger trigger, DataOutput out) throws IOException {
        Codecs.writeText(CareTriggerWriter.write(trigger), out);
    }

    @Override
    public CareTrigger read(DataInput in, int writtenVersion) throws IOException {
        return CareTriggerReader.read(Codecs.readText(in));
    }
}
