package io.heed.replay.simulation.customers;

import io.heed.replay.simulation.company.Product;
import io.heed.replay.simulation.recording.Payload;
import java.time.Duration;
import java.time.Instant;

/**
 * An add-on that a customer holds.
 *
 * @param id names it in events
 * @param product what it is
 * @param line the line that it is for
 * @param soldBy how it was sold
 * @param boughtOn when it was bought
 * @param habit how it is used
 */
public record HeldAddon(String id, Product product, Line line, String soldBy, Instant boughtOn, UseHabit habit) {

    /** The fields that {@code addon.added} and {@code snapshot.addon} share. */
    public Payload payload(Account account) {
        Payload payload = Payload.of("addon", id)
                .with("product", product.key())
                .with("account", account.id())
                .with("line", line.id())
                .with("monthly", product.monthly())
                .with("soldBy", soldBy)
                .with("useType", product.useType().word())
                .with("cancellable", product.cancellable())
                .with("commitmentDays", product.commitmentDays());
        return product.cancellable() ? payload.with("cancellableFrom", cancellableFrom()) : payload;
    }

    /** From when it may be given back, where it may be at all. */
    public Instant cancellableFrom() {
        return boughtOn.plus(Duration.ofDays(product.commitmentDays()));
    }
}
