package io.heed.jobs.flink.customer;

import io.heed.events.CareEvent;
import io.heed.jobs.understanding.KeyedHash;
import org.apache.flink.api.java.functions.KeySelector;
import org.jspecify.annotations.Nullable;

/** The key of the one shuffle: a keyed hash of the customer. */
public final class CustomerKey implements KeySelector<CareEvent, String> {
    private static final long serialVersionUID = 1L;

    private final String hashKey;
    private transient @Nullable KeyedHash hash;

    /** A key under a secret. */
    public CustomerKey(String hashKey) {
        this.hashKey = hashKey;
    }

    @Override
    public String getKey(CareEvent event) {
        if (hash == null) {
            hash = new KeyedHash(hashKey);
        }
        return hash.of(event.subject());
    }
}
