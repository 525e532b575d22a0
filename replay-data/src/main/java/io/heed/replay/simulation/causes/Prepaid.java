package io.heed.replay.simulation.causes;

import io.heed.replay.simulation.chance.Chance;
import io.heed.replay.simulation.customers.Account;
import io.heed.replay.simulation.customers.Line;
import io.heed.replay.simulation.life.Cause;
import io.heed.replay.simulation.life.Diary;
import io.heed.replay.simulation.life.Problem;
import io.heed.replay.simulation.recording.Payload;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Prepaid lines: balances used and topped up, bundles used up, money taken that nobody expected. */
final class Prepaid implements Happening {
    private static final Duration BETWEEN_CHANGES = Duration.ofDays(14);
    private static final Duration BETWEEN_EXHAUSTED_BUNDLES = Duration.ofDays(60);
    private static final Duration BETWEEN_SURPRISES = Duration.ofDays(420);
    private static final Duration MEAN_THOUGHT = Duration.ofHours(12);
    private static final double ASKS = 0.4;
    private static final double TOPS_UP_BELOW = 5;

    /** The contacts to be expected of money that has not been taken yet. */
    static double expected(Unforeseen unforeseen) {
        int accounts = unforeseen.life().prepaidAccounts().size();
        return accounts * unforeseen.about(BETWEEN_SURPRISES, MEAN_THOUGHT, ASKS);
    }

    @Override
    public void plan(Life life) {
        for (Account account : life.prepaidAccounts()) {
            Purse purse = new Purse(life, account, account.lines().get(0));
            Chance changes = life.diary().chance("balance-" + account.id());
            life.diary().repeatedly(changes, BETWEEN_CHANGES, time -> purse.use(time, changes));
            Chance bundles = life.diary().chance("bundles-" + account.id());
            life.diary().repeatedly(bundles, BETWEEN_EXHAUSTED_BUNDLES, time -> purse.exhaust(time, bundles));
            Chance surprises = life.diary().chance("surprises-" + account.id());
            life.diary().repeatedly(surprises, BETWEEN_SURPRISES, time -> purse.surprise(time, surprises));
        }
    }

    private record Purse(Life life, Account account, Line line) {
        void use(Instant time, Chance chance) {
            take(time, Math.min(line.balance(), chance.money(1.5, 9)), chance.pick(List.of("usage", "bundle")));
            if (line.balance() < TOPS_UP_BELOW) {
                Diary diary = life.diary();
                Instant topUp = diary.awake(time.plus(chance.between(Duration.ofHours(1), Duration.ofDays(3))), chance);
                diary.at(topUp, () -> topUp(topUp, chance));
            }
        }

        void exhaust(Instant time, Chance chance) {
            life.diary()
                    .record(
                            "bundle.exhausted",
                            time,
                            Payload.of("account", account.id())
                                    .with("line", line.id())
                                    .with("bundle", "flex-" + chance.pick(List.of("data", "voice")))
                                    .with("kind", chance.pick(List.of("data", "voice")))
                                    .with("renewsOn", time.plus(Duration.ofDays(chance.whole(1, 12))))
                                    .with("overageActive", false));
        }

        void surprise(Instant time, Chance chance) {
            double taken = Math.min(line.balance(), chance.money(4, 14));
            if (taken < 2) {
                return;
            }
            take(time, taken, "subscription");
            Problem problem = life.diary()
                    .open(Cause.BALANCE_GONE, time)
                    .fact("account", account.id())
                    .fact("line", line.id())
                    .fact("extra", taken);
            life.diary().passes(problem, time.plus(Duration.ofDays(14)));
            life.contacts().consider(problem, time, MEAN_THOUGHT, ASKS);
        }

        private void take(Instant time, double amount, String reason) {
            if (amount <= 0) {
                return;
            }
            line.setBalance(Chance.cents(line.balance() - amount));
            life.diary()
                    .record(
                            "balance.changed",
                            time,
                            Payload.of("account", account.id())
                                    .with("line", line.id())
                                    .with("change", Chance.cents(-amount))
                                    .with("balance", line.balance())
                                    .with("reason", reason));
        }

        private void topUp(Instant time, Chance chance) {
            double amount = chance.pick(List.of(5.0, 10.0, 10.0, 15.0, 20.0));
            line.setBalance(Chance.cents(line.balance() + amount));
            life.diary()
                    .record(
                            "balance.topped-up",
                            time,
                            Payload.of("account", account.id())
                                    .with("line", line.id())
                                    .with("amount", amount)
                                    .with("balance", line.balance())
                                    .with("method", chance.pick(List.of("card", "voucher", "app", "shop"))));
        }
    }
}
