package io.heed.replay.simulation.causes;

import io.heed.replay.simulation.chance.Chance;
import io.heed.replay.simulation.company.BrokenForm;
import io.heed.replay.simulation.company.Company;
import io.heed.replay.simulation.life.Cause;
import io.heed.replay.simulation.life.Diary;
import io.heed.replay.simulation.life.Problem;
import io.heed.replay.simulation.recording.Payload;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Forms that do not work, purchases that end in an error, and the harmless look-alikes of both. */
final class OnlineTroubles implements Happening {
    private static final double MEETS_BROKEN_FORM = 0.06;
    private static final Duration BETWEEN_SLIPS = Duration.ofDays(420);
    private static final Duration BETWEEN_SHOP_ERRORS = Duration.ofDays(1100);
    private static final Duration BETWEEN_IDLE_CARTS = Duration.ofDays(500);
    /** From a form's break to a customer's failure with it, on average, half of the time that it is broken. */
    private static final Duration MEAN_BROKEN = Duration.ofHours(29);

    private static final Duration MEAN_THOUGHT_ON_FORM = Duration.ofHours(4);
    private static final Duration MEAN_THOUGHT_ON_CART = Duration.ofHours(9);
    private static final double ASKS_ABOUT_FORM = 0.42;
    private static final double ASKS_ABOUT_CART = 0.35;

    /** The contacts to be expected of forms that will fail, of those broken by now and later, and of shop errors. */
    static double expected(Unforeseen unforeseen) {
        Life life = unforeseen.life();
        double met = MEETS_BROKEN_FORM * life.customer().traits().webHabit();
        double broken = life.diary().company().brokenForms().stream()
                .mapToDouble(form -> stillAhead(form, unforeseen.after(), unforeseen.until()))
                .sum();
        return met * broken * unforeseen.readiness(ASKS_ABOUT_FORM)
                + met * unforeseen.about(Company.BETWEEN_BROKEN_FORMS, MEAN_BROKEN, ASKS_ABOUT_FORM)
                + unforeseen.about(BETWEEN_SHOP_ERRORS, MEAN_THOUGHT_ON_CART, ASKS_ABOUT_CART);
    }

    /** The share of those who meet a form that is broken by now who will do so later. */
    private static double stillAhead(BrokenForm form, Instant after, Instant until) {
        if (form.from().isAfter(after) || !form.to().isAfter(after)) {
            return 0;
        }
        Instant to = form.to().isBefore(until) ? form.to() : until;
        return Unforeseen.ratio(Duration.between(after, to), Duration.between(form.from(), form.to()));
    }

    @Override
    public void plan(Life life) {
        Diary diary = life.diary();
        diary.company().brokenForms().forEach(broken -> diary.at(broken.from(), () -> meet(life, broken)));
        Chance slips = diary.chance("slips");
        diary.repeatedly(slips, BETWEEN_SLIPS, time -> slip(life, diary.awake(time, slips), slips));
        Chance errors = diary.chance("shop-errors");
        diary.repeatedly(errors, BETWEEN_SHOP_ERRORS, time -> breakOff(life, diary.awake(time, errors), errors));
        Chance idle = diary.chance("idle-carts");
        diary.repeatedly(idle, BETWEEN_IDLE_CARTS, time -> abandon(life, diary.awake(time, idle), idle, "cart"));
    }

    private static void meet(Life life, BrokenForm broken) {
        Diary diary = life.diary();
        Chance chance = diary.chance("form-" + broken.from());
        if (!chance.happens(MEETS_BROKEN_FORM * life.customer().traits().webHabit())) {
            return;
        }
        Instant time = diary.awake(
                broken.from().plus(chance.between(Duration.ZERO, Duration.between(broken.from(), broken.to()))),
                chance);
        diary.at(time, () -> fail(life, broken, time, chance));
    }

    private static void fail(Life life, BrokenForm broken, Instant time, Chance chance) {
        Diary diary = life.diary();
        Problem problem = diary.open(Cause.FAILING_FORM, time).fact("form", broken.form());
        diary.passes(problem, time.plus(Duration.ofDays(6)));
        Browsing.visit(life, broken.page(), time.minusSeconds(40), 200);
        int attempts = chance.whole(1, 3);
        Instant now = time;
        for (int attempt = 1; attempt <= attempts; attempt++) {
            record(life, broken.form(), broken.page(), now, chance.pick(List.of("server-error", "timeout")), attempt);
            now = now.plusSeconds(chance.whole(30, 150));
        }
        life.contacts().consider(problem, now, MEAN_THOUGHT_ON_FORM, ASKS_ABOUT_FORM);
    }

    private static void slip(Life life, Instant time, Chance chance) {
        String form = chance.pick(List.of("login", "top-up", "change-address", "payment"));
        life.diary().at(time, () -> record(life, form, "account", time, "validation", 1));
    }

    private static void record(Life life, String form, String page, Instant time, String reason, int attempt) {
        life.diary()
                .record(
                        "form.failed",
                        time,
                        Payload.of("form", form)
                                .with("reason", reason)
                                .with("attempt", attempt)
                                .with("page", page)
                                .with("cookie", "ck-" + life.customer().id().substring(1)));
    }

    private static void breakOff(Life life, Instant time, Chance chance) {
        Diary diary = life.diary();
        diary.at(time, () -> {
            Problem problem = diary.open(Cause.SHOP_ERROR, time);
            diary.passes(problem, time.plus(Duration.ofDays(10)));
            Browsing.visit(life, "shop", time.minusSeconds(90), 85);
            diary.record(
                    "web.error",
                    time,
                    Payload.of("page", "shop").with("code", chance.pick(List.of(500, 502, 503, 504))));
            abandon(life, time.plusSeconds(chance.whole(60, 900)), chance, "payment");
            life.contacts().consider(problem, time.plusSeconds(900), MEAN_THOUGHT_ON_CART, ASKS_ABOUT_CART);
        });
    }

    private static void abandon(Life life, Instant time, Chance chance, String step) {
        Payload data = Payload.of("cart", life.customer().id() + "-k" + time.getEpochSecond() / 60)
                .with("product", chance.pick(List.of("phone-a", "phone-b", "tablet", "headset", "mobile-max")))
                .with("amount", chance.money(19, 900))
                .with("step", step)
                .with("cookie", "ck-" + life.customer().id().substring(1));
        life.diary().at(time, () -> life.diary().record("cart.abandoned", time, data));
    }
}
