package io.heed.jobs.customer;

import io.heed.events.CareEvent;
import io.heed.events.change.Change;
import io.heed.events.change.ChangeCodec;
import io.heed.events.state.CareEventCodec;
import io.heed.events.state.Codec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** What all customers get. */
public sealed interface SharedRecord {
    /** An event of an area or the company, or the end of a finite input. */
    record Happened(CareEvent event) implements SharedRecord {}

    /** A change of a definition. */
    record Changed(Change change) implements SharedRecord {}

    /** Shared records as bytes. */
    record SharedRecordCodec(CareEventCodec events) implements Codec<SharedRecord> {
        private static final long serialVersionUID = 1L;
        private static final ChangeCodec CHANGES = new ChangeCodec();

        @Override
        public String shape() {
            return events.shape();
        }

        @Override
        public void write(SharedRecord shared, DataOutput out) throws IOException {
            out.writeBoolean(shared instanceof Changed);
            if (shared instanceof Changed changed) {
                CHANGES.write(changed.change(), out);
            } else if (shared instanceof Happened happened) {
                events.write(happened.event(), out);
            }
        }

        @Override
        public SharedRecord read(DataInput in, int writtenVersion) throws IOException {
            return in.readBoolean() ? new Changed(CHANGES.read(in, 1)) : new Happened(events.read(in, 1));
        }
    }
}
