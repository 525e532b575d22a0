package io.heed.replay.simulation.causes;

import io.heed.replay.simulation.chance.Chance;
import io.heed.replay.simulation.company.Catalogue;
import io.heed.replay.simulation.company.Product;
import io.heed.replay.simulation.company.UseType;
import io.heed.replay.simulation.customers.Account;
import io.heed.replay.simulation.customers.HeldAddon;
import io.heed.replay.simulation.customers.UseHabit;
import io.heed.replay.simulation.life.Cause;
import io.heed.replay.simulation.life.Diary;
import io.heed.replay.simulation.life.Problem;
import io.heed.replay.simulation.recording.Payload;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Add-ons: sold, used, forgotten, noticed on a bill, given back. */
final class Addons implements Happening {
    private static final Duration BETWEEN_PURCHASES = Duration.ofDays(420);
    private static final Duration FIRST_DOUBT = Duration.ofDays(40);
    private static final Duration BETWEEN_DOUBTS = Duration.ofDays(30);
    private static final double ASKS = 0.08;
    private static final double CANCELS_ALONE = 0.04;
    private static final double LONG_PAUSE = 0.006;
    private static final double USES_LATE = 0.04;

    @Override
    public void plan(Life life) {
        Instant start = life.diary().company().start();
        for (Account account : life.mobileAccounts()) {
            account.addons().forEach(addon -> new Held(life, account, addon).begin(start));
            Chance chance = life.diary().chance("addons-" + account.id());
            life.diary().repeatedly(chance, BETWEEN_PURCHASES, time -> buy(life, account, time, chance));
        }
    }

    private static void buy(Life life, Account account, Instant time, Chance chance) {
        Product product = chance.pick(Catalogue.ADDONS);
        boolean held =
                account.addons().stream().anyMatch(addon -> addon.product().equals(product));
        if (held || account.lines().isEmpty()) {
            return;
        }
        String soldBy =
                List.of("salesman", "online", "shop", "call", "bundle").get(chance.weighted(0.32, 0.3, 0.18, 0.1, 0.1));
        boolean talkedInto = soldBy.equals("salesman") || soldBy.equals("bundle");
        UseHabit habit = talkedInto
                ? UseHabit.draw(chance, 0.32, 0.14, 0.2, 0.34)
                : UseHabit.draw(chance, 0.66, 0.2, 0.08, 0.06);
        Instant when = life.diary().awake(time, chance);
        String id = account.id() + "-x" + (20 + chance.whole(0, 9_999));
        HeldAddon addon = new HeldAddon(id, product, chance.pick(account.lines()), soldBy, when, habit);
        account.addons().add(addon);
        life.diary().at(when, () -> {
            life.diary().record("addon.added", when, addon.payload(account));
            life.charges().rise(account, bought(life, account, addon, when), product.monthly());
            new Held(life, account, addon).begin(when);
        });
    }

    private static Problem bought(Life life, Account account, HeldAddon addon, Instant time) {
        Problem problem = life.diary()
                .open(Cause.ADDON_BOUGHT, time)
                .fact("account", account.id())
                .fact("addon", addon.id())
                .fact("name", addon.product().name());
        life.diary().passes(problem, time.plus(Duration.ofDays(60)));
        return problem;
    }

    /** One add-on from its purchase, or the recording's start, on. */
    private static final class Held {
        private final Life life;
        private final Diary diary;
        private final Account account;
        private final HeldAddon addon;
        private final Chance chance;
        private boolean cancelled;

        Held(Life life, Account account, HeldAddon addon) {
            this.life = life;
            this.diary = life.diary();
            this.account = account;
            this.addon = addon;
            this.chance = diary.chance("addon-" + addon.id());
        }

        void begin(Instant now) {
            if (addon.product().useType() == UseType.ADDON) {
                uses(now);
            }
            boolean visible = addon.product().useType() != UseType.NONE;
            if (addon.habit().isForgotten() && visible && addon.product().cancellable()) {
                forget(now);
            }
        }

        private void uses(Instant begun) {
            Instant now = lastUse(begun);
            switch (addon.habit()) {
                case OFTEN -> useAgain(now, Duration.ofDays(2), Duration.ofDays(20));
                case SELDOM -> useAgain(now, Duration.ofDays(6), Duration.ofDays(29));
                case DROPPED -> useAtFirst();
                case NEVER -> {}
            }
        }

        /** When it was last used before the recording, else when it was bought. */
        private Instant lastUse(Instant begun) {
            Instant last = Snapshots.lastUsed(addon, begun);
            return addon.boughtOn().isBefore(begun) && last != null ? last : begun;
        }

        private void useAgain(Instant now, Duration soonest, Duration latest) {
            Duration gap = chance.between(soonest, latest);
            Duration pause = chance.happens(LONG_PAUSE) ? latest : Duration.ZERO;
            Instant planned = now.plus(gap).plus(pause);
            Instant start = diary.company().start();
            Instant time = diary.awake(planned.isBefore(start) ? start.plus(gap) : planned, chance);
            diary.at(time, () -> {
                if (!cancelled) {
                    use(time);
                    useAgain(time, soonest, latest);
                }
            });
        }

        private void useAtFirst() {
            for (int i = 1; i <= 3; i++) {
                Duration after = Duration.ofHours(UseHabit.DROPPED_AFTER.toHours() * i / 3);
                Instant time = diary.awake(addon.boughtOn().plus(after), chance);
                if (!time.isBefore(diary.company().start())) {
                    diary.at(time, () -> use(time));
                }
            }
        }

        private void use(Instant time) {
            diary.record(
                    "addon.used",
                    time,
                    Payload.of("addon", addon.id())
                            .with("product", addon.product().key())
                            .with("account", account.id())
                            .with("line", addon.line().id())
                            .with("minutes", (double) chance.whole(2, 140)));
        }

        private void forget(Instant now) {
            Instant lastUsed =
                    addon.habit() == UseHabit.NEVER ? null : addon.boughtOn().plus(UseHabit.DROPPED_AFTER);
            Instant from = Objects.requireNonNullElse(lastUsed, addon.boughtOn());
            Problem problem = diary.open(Cause.FORGOTTEN_ADDON, from)
                    .fact("account", account.id())
                    .fact("addon", addon.id())
                    .fact("product", addon.product().key())
                    .fact("name", addon.product().name())
                    .fact("monthly", addon.product().monthly())
                    .fact("soldBy", addon.soldBy())
                    .fact("boughtOn", addon.boughtOn())
                    .fact("lastUsedOn", lastUsed)
                    .fact("cancellableFrom", addon.cancellableFrom());
            problem.whenSolved(time -> cancel(problem, time, "care"));
            Instant from40 = from.plus(FIRST_DOUBT);
            doubt(problem, from40.isBefore(now) ? now.plus(chance.exponential(BETWEEN_DOUBTS)) : from40);
        }

        /** Once a month the customer may notice, give it back, or use it after all. */
        private void doubt(Problem problem, Instant time) {
            diary.at(time, () -> {
                if (!problem.isOpen()) {
                    return;
                }
                life.contacts().consider(problem, time, Duration.ofDays(5), ASKS);
                switch (chance.weighted(CANCELS_ALONE, USES_LATE, 1 - CANCELS_ALONE - USES_LATE)) {
                    case 0 -> cancel(problem, diary.awake(time, chance), "customer");
                    case 1 -> useAfterAll(problem, diary.awake(time, chance));
                    default -> doubt(problem, time.plus(BETWEEN_DOUBTS));
                }
            });
        }

        private void useAfterAll(Problem problem, Instant time) {
            if (addon.product().useType() == UseType.ADDON) {
                diary.at(time, () -> {
                    use(time);
                    problem.end(time, "used");
                });
            }
        }

        private void cancel(Problem problem, Instant time, String by) {
            Instant when = time.isBefore(addon.cancellableFrom()) ? addon.cancellableFrom() : time;
            diary.at(when, () -> {
                if (cancelled) {
                    return;
                }
                cancelled = true;
                account.addons().remove(addon);
                problem.end(when, "cancelled");
                diary.record(
                        "addon.cancelled",
                        when,
                        Payload.of("addon", addon.id())
                                .with("product", addon.product().key())
                                .with("account", account.id())
                                .with("line", addon.line().id())
                                .with("monthly", addon.product().monthly())
                                .with("cancelledBy", by));
            });
        }
    }
}
