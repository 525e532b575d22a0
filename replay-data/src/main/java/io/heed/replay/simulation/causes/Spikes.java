package io.heed.replay.simulation.causes;

import io.heed.replay.simulation.chance.Chance;
import io.heed.replay.simulation.customers.Account;
import io.heed.replay.simulation.life.Cause;
import io.heed.replay.simulation.life.Diary;
import io.heed.replay.simulation.life.Problem;
import io.heed.replay.simulation.recording.Payload;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** What customers do when a bill is higher than usual: look at it, worry, contact the company. */
final class Spikes {
    private static final double SPIKE_RATIO = 1.3;
    private static final double SPIKE_AMOUNT = 10;
    private static final Duration MEAN_UNSEEN = Duration.ofHours(14);
    private static final Duration MEAN_THOUGHT = Duration.ofHours(40);

    private final Life life;
    private final Diary diary;

    Spikes(Life life) {
        this.life = life;
        this.diary = life.diary();
    }

    /** The customer gets a bill; whether it is a spike. */
    boolean seen(Account account, Bill bill, double usual, Instant arrived) {
        double rise = bill.charges() - usual;
        boolean spiked = bill.charges() > SPIKE_RATIO * usual && rise > SPIKE_AMOUNT;
        double ratio = usual <= 0 ? 1 : bill.charges() / usual;
        Chance chance = diary.chance("spike-" + bill.number());
        Instant seen = seen(arrived, chance);
        if (spiked) {
            diary.at(seen, () -> look(account, seen, chance));
        }
        bill.rises().forEach((problem, extra) -> {
            problem.fact("account", account.id());
            problem.addBill(bill.number(), Chance.cents(extra), Chance.cents(usual), bill.charges());
            if (extra > 3) {
                life.contacts().consider(problem, seen, MEAN_THOUGHT, readiness(problem, ratio), draws -> {
                    Instant lookedAt = seen(arrived, draws);
                    return diary.awake(lookedAt.plus(draws.exponential(MEAN_THOUGHT)), draws);
                });
            }
        });
        return spiked;
    }

    private Instant seen(Instant arrived, Chance draws) {
        return diary.awake(arrived.plus(draws.exponential(MEAN_UNSEEN)), draws);
    }

    private static double readiness(Problem problem, double ratio) {
        double rise = Math.max(0, Math.min(1.5, ratio - 1));
        double surprised = 0.05 + 0.5 * rise;
        boolean known = problem.cause() == Cause.PLAN_CHANGED
                || problem.cause() == Cause.ADDON_BOUGHT
                || problem.cause() == Cause.FIRST_BILL
                || problem.cause() == Cause.ANNUAL_CHARGE;
        double readiness = known ? 0.55 * surprised : surprised;
        return Objects.equals(problem.fact("explained"), true) ? 0.45 * readiness : readiness;
    }

    private void look(Account account, Instant seen, Chance chance) {
        life.contacts().history().addSpike(seen);
        if (!chance.happens(0.55)) {
            return;
        }
        diary.record(
                "web.visited",
                seen,
                Payload.of("page", "bill")
                        .with("dwell", (double) chance.whole(40, 380))
                        .with("channel", chance.pick(List.of("web", "app")))
                        .with("account", account.id()));
    }
}
