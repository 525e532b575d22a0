package io.heed.jobs.customer;

import io.heed.events.state.Codec;
import io.heed.events.state.Codecs;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Who the customer at hand is, since the key is only a hash.
 *
 * @param subject the customer's id, "" where it was erased and nothing came since
 * @param erasedUntilMillis events up to this time are dropped; {@link Long#MIN_VALUE} for none
 */
record KnownCustomer(String subject, long erasedUntilMillis) {
    static final Codec<KnownCustomer> CODEC = new KnownCustomerCodec();

    private static final class KnownCustomerCodec implements Codec<KnownCustomer> {
        private static final long serialVersionUID = 1L;

        @Override
        public void write(KnownCustomer customer, DataOutput out) throws IOException {
            Codecs.writeText(customer.subject, out);
            out.writeLong(customer.erasedUntilMillis);
        }

        @Override
        public KnownCustomer read(DataInput in, int writtenVersion) throws IOException {
            return new KnownCustomer(Codecs.readText(in), in.readLong());
        }
    }
}
