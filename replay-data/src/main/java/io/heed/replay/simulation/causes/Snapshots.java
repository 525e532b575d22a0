package io.heed.replay.simulation.causes;

import io.heed.replay.simulation.customers.Account;
import io.heed.replay.simulation.customers.HeldAddon;
import io.heed.replay.simulation.customers.Line;
import io.heed.replay.simulation.customers.Promotion;
import io.heed.replay.simulation.customers.UseHabit;
import io.heed.replay.simulation.recording.Payload;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What was there before the recording begins. */
final class Snapshots implements Happening {
    @Override
    public void plan(Life life) {
        Instant start = life.diary().company().start();
        for (Account account : life.customer().accounts()) {
            life.diary().record("snapshot.account", start, account(life, account));
            account.lines().forEach(line -> life.diary().record("snapshot.line", start, line(account, line)));
            account.addons()
                    .forEach(addon -> life.diary().record("snapshot.addon", start, addon(account, addon, start)));
        }
    }

    private static Payload account(Life life, Account account) {
        Promotion promotion = account.promotion();
        return Payload.of("account", account.id())
                .with("payer", life.customer().id())
                .with("household", life.customer().household())
                .with("kind", account.isPrepaid() ? "prepaid" : "postpaid")
                .with("since", account.since())
                .with("billDay", account.isPrepaid() ? null : account.billDay())
                .with("promotion", promotion == null ? null : promotion.name())
                .with("promotionUntil", promotion == null ? null : promotion.until());
    }

    private static Payload line(Account account, Line line) {
        return Payload.of("account", account.id())
                .with("line", line.id())
                .with("user", line.user())
                .with("plan", line.plan().key())
                .with("monthly", line.plan().monthly())
                .with("since", account.since())
                .with("balance", account.isPrepaid() ? line.balance() : null);
    }

    private static Payload addon(Account account, HeldAddon addon, Instant start) {
        return addon.payload(account).with("boughtOn", addon.boughtOn()).with("lastUsedOn", lastUsed(addon, start));
    }

    static @Nullable Instant lastUsed(HeldAddon addon, Instant start) {
        Duration held = Duration.between(addon.boughtOn(), start);
        return switch (addon.habit()) {
            case OFTEN -> start.minus(Duration.ofDays(Math.min(3, held.toDays() / 2)));
            case SELDOM -> start.minus(Duration.ofDays(Math.min(15, held.toDays() / 2)));
            case DROPPED ->
                addon.boughtOn()
                        .plus(
                                UseHabit.DROPPED_AFTER.compareTo(held) < 0
                                        ? UseHabit.DROPPED_AFTER
                                        : Duration.ofDays(held.toDays() / 2));
            case NEVER -> null;
        };
    }
}
