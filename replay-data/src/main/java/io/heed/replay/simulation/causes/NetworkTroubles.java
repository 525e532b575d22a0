package io.heed.replay.simulation.causes;

import io.heed.replay.simulation.chance.Chance;
import io.heed.replay.simulation.company.Company;
import io.heed.replay.simulation.company.Outage;
import io.heed.replay.simulation.customers.Account;
import io.heed.replay.simulation.customers.Customer;
import io.heed.replay.simulation.customers.Line;
import io.heed.replay.simulation.life.Cause;
import io.heed.replay.simulation.life.Diary;
import io.heed.replay.simulation.life.Problem;
import io.heed.replay.simulation.recording.Payload;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Outages of the area, stretches of bad coverage, and the odd dropped call that means nothing. */
final class NetworkTroubles implements Happening {
    private static final double AFFECTED = 0.7;
    private static final double ASKS_DURING_OUTAGE = 0.07;
    private static final Duration BETWEEN_BAD_STRETCHES = Duration.ofDays(1500);
    private static final Duration BETWEEN_ODD_DROPS = Duration.ofDays(240);
    private static final int NOTICED_AFTER_DROPS = 3;
    private static final Duration MEAN_WAIT = Duration.ofMinutes(100);

    /** The contacts to be expected of outages that have not begun yet. */
    static double expected(Unforeseen unforeseen) {
        Customer customer = unforeseen.life().customer();
        double concerned = (customer.hasMobile() ? Company.MOBILE_OUTAGES : 0)
                + (customer.hasBroadband() ? 1 - Company.MOBILE_OUTAGES : 0);
        return concerned * AFFECTED * unforeseen.about(Company.BETWEEN_OUTAGES, MEAN_WAIT, ASKS_DURING_OUTAGE);
    }

    @Override
    public void plan(Life life) {
        Diary diary = life.diary();
        diary.company().outagesIn(life.customer().area()).stream()
                .filter(life.contacts().history()::concerns)
                .forEach(outage -> diary.at(outage.from(), () -> endure(life, outage)));
        if (!life.customer().hasMobile()) {
            return;
        }
        Chance odd = diary.chance("odd-drops");
        diary.repeatedly(odd, BETWEEN_ODD_DROPS, time -> drop(life, diary.awake(time, odd), "handover", odd));
        Chance coverage = diary.chance("coverage");
        diary.repeatedly(coverage, BETWEEN_BAD_STRETCHES, time -> loseCoverage(life, time, coverage));
    }

    private static void endure(Life life, Outage outage) {
        Diary diary = life.diary();
        Chance chance = diary.chance("outage-" + outage.id());
        if (!chance.happens(AFFECTED)) {
            return;
        }
        Problem problem = diary.open(Cause.OUTAGE, outage.from())
                .fact("outage", outage.id())
                .fact("service", outage.service());
        diary.passes(problem, outage.to().plus(Duration.ofHours(2)));
        life.contacts().consider(problem, outage.from().plus(Duration.ofMinutes(12)), MEAN_WAIT, ASKS_DURING_OUTAGE);
        Instant soon = diary.awake(outage.from().plus(chance.exponential(Duration.ofMinutes(70))), chance);
        if (chance.happens(0.09 * life.customer().traits().webHabit()) && outage.isOpenAt(soon)) {
            diary.at(soon, () -> visit(life, "outages", soon, chance.whole(15, 120)));
        }
    }

    private static void loseCoverage(Life life, Instant from, Chance chance) {
        Diary diary = life.diary();
        int days = chance.whole(5, 18);
        int drops = chance.whole(4, 12);
        Problem problem = diary.open(Cause.POOR_COVERAGE, from).fact("drops", drops);
        diary.passes(problem, from.plus(Duration.ofDays(days + 3L)));
        for (int i = 1; i <= drops; i++) {
            int number = i;
            Duration after = Duration.ofMinutes(1_440L * days * i / (drops + 1));
            Instant time = diary.awake(from.plus(after), chance).plusSeconds(chance.whole(0, 5_000));
            diary.at(time, () -> suffer(life, problem, time, number, chance));
        }
    }

    private static void suffer(Life life, Problem problem, Instant time, int number, Chance chance) {
        drop(life, time, chance.pick(List.of("coverage", "congestion")), chance);
        if (number < NOTICED_AFTER_DROPS) {
            return;
        }
        if (chance.happens(0.45)) {
            Instant visit = time.plus(chance.between(Duration.ofMinutes(4), Duration.ofHours(5)));
            life.diary()
                    .at(
                            visit,
                            () -> visit(
                                    life,
                                    chance.pick(List.of("account", "account", "plans", "cancel")),
                                    visit,
                                    chance.whole(60, 420)));
        }
        life.contacts().consider(problem, time, Duration.ofHours(18), 0.13);
    }

    private static void drop(Life life, Instant time, String cause, Chance chance) {
        List<Account> mobile = life.customer().accounts().stream()
                .filter(account -> account.lines().stream().anyMatch(Line::isMobile))
                .toList();
        if (mobile.isEmpty()) {
            return;
        }
        Account account = mobile.get(0);
        Line line = chance.pick(account.lines().stream().filter(Line::isMobile).toList());
        life.diary().at(time, () -> {
            life.contacts().history().addDroppedCall(time);
            life.diary()
                    .record(
                            "call.dropped",
                            time,
                            Payload.of("account", account.id())
                                    .with("line", line.id())
                                    .with("area", life.customer().area().key())
                                    .with("durationSeconds", chance.whole(4, 900))
                                    .with("cause", cause));
        });
    }

    private static void visit(Life life, String page, Instant time, int seconds) {
        Browsing.visit(life, page, time, seconds);
    }
}
