package io.heed.replay.simulation.causes;

import io.heed.replay.simulation.chance.Chance;
import io.heed.replay.simulation.customers.Account;
import io.heed.replay.simulation.customers.HeldAddon;
import io.heed.replay.simulation.customers.Line;
import io.heed.replay.simulation.life.Cause;
import io.heed.replay.simulation.life.Diary;
import io.heed.replay.simulation.recording.Payload;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Customers who leave: seldom when all goes well, more often when much went wrong. */
final class Departures implements Happening {
    private static final Duration BETWEEN_THOUGHTS = Duration.ofDays(30);
    private static final double LEAVES = 0.0012;
    private static final double LEAVES_IN_RESENTMENT = 0.03;

    private final Bills bills;

    Departures(Bills bills) {
        this.bills = bills;
    }

    @Override
    public void plan(Life life) {
        Chance chance = life.diary().chance("departure");
        life.diary().repeatedly(chance, BETWEEN_THOUGHTS, time -> consider(life, time, chance));
    }

    private void consider(Life life, Instant time, Chance chance) {
        double resentment = life.contacts().history().resentment();
        if (chance.happens(LEAVES + LEAVES_IN_RESENTMENT * resentment)) {
            leave(life, time);
        }
    }

    private void leave(Life life, Instant time) {
        Diary diary = life.diary();
        for (Account account : life.customer().accounts()) {
            List.copyOf(account.lines()).forEach(line -> diary.record("line.removed", time, removed(account, line)));
        }
        life.customer().accounts().forEach(account -> endAddons(diary, account, time));
        bills.settle(time);
        Instant gone = time.plus(Duration.ofDays(2));
        diary.at(gone, () -> diary.depart(gone));
    }

    private static void endAddons(Diary diary, Account account, Instant time) {
        for (HeldAddon addon : account.addons()) {
            diary.record(
                    "addon.cancelled",
                    time,
                    Payload.of("addon", addon.id())
                            .with("product", addon.product().key())
                            .with("account", account.id())
                            .with("line", addon.line().id())
                            .with("monthly", addon.product().monthly())
                            .with("cancelledBy", "customer"));
        }
        diary.openProblems(Cause.FORGOTTEN_ADDON.word()).forEach(problem -> problem.end(time, "cancelled"));
    }

    private static Payload removed(Account account, Line line) {
        return Payload.of("account", account.id())
                .with("line", line.id())
                .with("plan", line.plan().key())
                .with("monthly", line.plan().monthly());
    }
}
