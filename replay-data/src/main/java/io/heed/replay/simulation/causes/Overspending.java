package io.heed.replay.simulation.causes;

import io.heed.replay.simulation.chance.Chance;
import io.heed.replay.simulation.customers.Account;
import io.heed.replay.simulation.customers.Line;
import io.heed.replay.simulation.life.Cause;
import io.heed.replay.simulation.life.Problem;
import io.heed.replay.simulation.recording.Payload;
import java.time.Duration;
import java.time.Instant;

/** More than is included: data beyond the bundle, and purchases that the payer knows nothing of. */
final class Overspending implements Happening {
    private static final Duration BETWEEN_OVERAGES = Duration.ofDays(1200);
    private static final Duration BETWEEN_PURCHASES = Duration.ofDays(1600);
    private static final Duration PASSES_AFTER = Duration.ofDays(60);

    @Override
    public void plan(Life life) {
        for (Account account : life.mobileAccounts()) {
            Chance data = life.diary().chance("overage-" + account.id());
            life.diary().repeatedly(data, BETWEEN_OVERAGES, time -> exceed(life, account, time, data));
            Chance shop = life.diary().chance("purchases-" + account.id());
            life.diary().repeatedly(shop, BETWEEN_PURCHASES, time -> purchase(life, account, time, shop));
        }
    }

    private static void exceed(Life life, Account account, Instant time, Chance chance) {
        if (account.lines().isEmpty()) {
            return;
        }
        Line line = chance.pick(account.lines());
        Problem problem = open(life, Cause.OVERAGE, account, line, time);
        life.diary()
                .record(
                        "bundle.exhausted",
                        time,
                        Payload.of("account", account.id())
                                .with("line", line.id())
                                .with("bundle", line.plan().key())
                                .with("kind", "data")
                                .with("overageActive", true));
        double left = chance.between(14, 80);
        int records = chance.whole(1, 3);
        for (int i = 1; i <= records; i++) {
            Instant rated = time.plus(Duration.ofHours(30L * i));
            double charge = Chance.cents(left / records);
            life.diary().at(rated, () -> rate(life, account, line, rated, charge, problem));
        }
    }

    private static void rate(Life life, Account account, Line line, Instant time, double charge, Problem problem) {
        Instant arrived = time.plus(Duration.ofHours(5));
        Payload data = Payload.of("account", account.id())
                .with("line", line.id())
                .with("periodFrom", time.minus(Duration.ofHours(30)))
                .with("megabytes", Math.rint(charge * 90))
                .with("charge", charge);
        life.diary().record("usage.data", time, arrived, data);
        BillItem item = BillItem.of("usage", "data", "Data beyond the plan", charge);
        life.charges().add(account, item.forLine(line.id()).because(problem), arrived);
    }

    private static void purchase(Life life, Account account, Instant time, Chance chance) {
        if (account.lines().isEmpty()) {
            return;
        }
        Line line = chance.pick(account.lines());
        Problem problem = open(life, Cause.PURCHASES, account, line, time);
        int purchases = chance.whole(1, 5);
        for (int i = 0; i < purchases; i++) {
            Instant bought = time.plus(Duration.ofHours(7L * i));
            BillItem item = BillItem.of("one-off", "purchase", "In-app purchase", chance.money(6, 32));
            life.charges().add(account, item.forLine(line.id()).because(problem), bought);
        }
    }

    private static Problem open(Life life, Cause cause, Account account, Line line, Instant time) {
        Problem problem =
                life.diary().open(cause, time).fact("account", account.id()).fact("line", line.id());
        life.diary().passes(problem, time.plus(PASSES_AFTER));
        return problem;
    }
}
