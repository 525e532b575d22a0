package io.heed.replay.simulation.causes;

import io.heed.replay.simulation.chance.Chance;
import io.heed.replay.simulation.customers.Account;
import io.heed.replay.simulation.life.Cause;
import io.heed.replay.simulation.life.Diary;
import io.heed.replay.simulation.life.Problem;
import io.heed.replay.simulation.recording.Payload;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pays the bills of one account, or fails to: more often after a spike. */
final class Payments {
    private static final double FAILS = 0.016;
    private static final double FAILS_AFTER_SPIKE = 0.13;
    private static final double PAID_AT_SECOND_ATTEMPT = 0.75;
    private static final double FORGOTTEN = 0.012;

    private final Life life;
    private final Diary diary;
    private final Account account;
    private double unpaid;

    Payments(Life life, Account account) {
        this.life = life;
        this.diary = life.diary();
        this.account = account;
    }

    /** Takes what was not paid of the bills so far, USD. */
    double unpaid() {
        double owed = Chance.cents(unpaid);
        unpaid = 0;
        return owed;
    }

    void expect(Bill bill, boolean spiked, Instant arrived) {
        Chance chance = diary.chance("payment-" + bill.number());
        if (bill.amount() <= 0) {
            return;
        }
        Instant due = due(arrived, chance);
        if (chance.happens(spiked ? FAILS_AFTER_SPIKE : FAILS)) {
            diary.at(due, () -> fail(bill, due, chance));
        } else if (chance.happens(FORGOTTEN)) {
            diary.at(due, () -> unpaid += bill.amount());
        } else {
            diary.at(due, () -> pay(bill, due, null));
        }
    }

    /** Banks take direct debits in a run at the full hour; people pay when they think of it. */
    private Instant due(Instant arrived, Chance chance) {
        Instant due = arrived.plus(chance.between(Duration.ofDays(6), Duration.ofDays(16)));
        return account.method().equals("direct-debit") ? due.truncatedTo(ChronoUnit.HOURS) : due;
    }

    private void pay(Bill bill, Instant time, @Nullable Problem failure) {
        diary.record(
                "payment.made",
                time,
                Payload.of("account", account.id())
                        .with("bill", bill.number())
                        .with("amount", bill.amount())
                        .with("method", account.method()));
        if (failure != null) {
            failure.end(time, "paid");
        }
    }

    private void fail(Bill bill, Instant time, Chance chance) {
        String reason = chance.pick(List.of("insufficient-funds", "insufficient-funds", "card-expired", "declined"));
        Problem problem = diary.open(Cause.PAYMENT_FAILED, time)
                .fact("account", account.id())
                .fact("bill", bill.number());
        recordFailure(bill, time, reason, 1);
        life.contacts().consider(problem, time, Duration.ofHours(20), 0.3);
        Instant again = time.plus(chance.between(Duration.ofDays(2), Duration.ofDays(5)));
        diary.at(again, () -> {
            if (chance.happens(PAID_AT_SECOND_ATTEMPT)) {
                pay(bill, again, problem);
            } else {
                recordFailure(bill, again, reason, 2);
                unpaid += bill.amount();
                diary.passes(problem, again.plus(Duration.ofDays(20)));
            }
        });
    }

    private void recordFailure(Bill bill, Instant time, String reason, int attempt) {
        diary.record(
                "payment.failed",
                time,
                Payload.of("account", account.id())
                        .with("bill", bill.number())
                        .with("amount", bill.amount())
                        .with("method", account.method())
                        .with("reason", reason)
                        .with("attempt", attempt));
    }
}
