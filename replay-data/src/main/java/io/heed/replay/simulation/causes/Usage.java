package io.heed.replay.simulation.causes;

import io.heed.replay.simulation.chance.Chance;
import io.heed.replay.simulation.company.UseType;
import io.heed.replay.simulation.customers.Account;
import io.heed.replay.simulation.customers.HeldAddon;
import io.heed.replay.simulation.customers.Line;
import io.heed.replay.simulation.customers.UseHabit;
import io.heed.replay.simulation.life.Diary;
import io.heed.replay.simulation.recording.Payload;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Ordinary use of the lines: rated every four weeks, every week where an add-on lives on it, with a small charge
 * now and then. */
final class Usage implements Happening {
    private static final Duration PERIOD = Duration.ofDays(28);
    private static final Duration PERIOD_WITH_ADDON = Duration.ofDays(7);
    private static final double SELDOM_SHARE = 0.75;
    private static final double LEAST_CALLING = 0.45;

    @Override
    public void plan(Life life) {
        Instant start = life.diary().company().start();
        life.customer()
                .accounts()
                .forEach(account -> account.lines().forEach(line -> begin(life, account, line, start)));
    }

    /** Lets a line be used from a time on. */
    static void begin(Life life, Account account, Line line, Instant from) {
        Use use = new Use(life, account, line, life.diary().chance("usage-" + line.id()));
        Instant rated =
                from.plus(use.chance.between(Duration.ofHours(12), PERIOD)).truncatedTo(ChronoUnit.HOURS);
        use.data(rated, PERIOD);
        if (line.isMobile()) {
            use.voice(rated.plus(Duration.ofMinutes(20)), PERIOD);
        }
    }

    private record Use(Life life, Account account, Line line, Chance chance) {
        void data(Instant time, Duration period) {
            Diary diary = life.diary();
            diary.at(time, () -> {
                if (!account.lines().contains(line)) {
                    return;
                }
                double usual = line.plan().dataMegabytes() * period.toDays() / 28;
                double megabytes = 100 * Math.rint(usual * chance.between(0.6, 1.25) / 100);
                double charge = account.isPrepaid() || !chance.happens(0.12) ? 0 : chance.money(0.5, 3.5);
                Instant arrived = time.plus(ratingDelay());
                Payload data = payload(time, period)
                        .with("megabytes", megabytes)
                        .with("charge", charge)
                        .with("addon", covering(UseType.DATA, time));
                diary.record("usage.data", time, arrived, data);
                life.charges()
                        .add(
                                account,
                                BillItem.of("usage", "data", "Data", charge).forLine(line.id()),
                                arrived);
                Duration next = period(UseType.DATA);
                data(time.plus(next), next);
            });
        }

        void voice(Instant time, Duration period) {
            Diary diary = life.diary();
            diary.at(time, () -> {
                if (!account.lines().contains(line)) {
                    return;
                }
                double liking =
                        1 - (1 - LEAST_CALLING) * life.contacts().history().resentment();
                int calls = (int) (chance.whole(15, 70) * liking * period.toDays() / 28);
                String covering = covering(UseType.VOICE, time);
                Payload data = payload(time, period)
                        .with("calls", calls)
                        .with("minutes", Math.rint(calls * chance.between(1.5, 5)))
                        .with("destination", covering == null ? "US" : "MX")
                        .with("charge", 0.0)
                        .with("addon", covering);
                diary.record("usage.voice", time, time.plus(ratingDelay()), data);
                Duration next = period(UseType.VOICE);
                voice(time.plus(next), next);
            });
        }

        private Duration ratingDelay() {
            return Duration.ofMinutes(chance.whole(120, 600));
        }

        private Payload payload(Instant time, Duration period) {
            return Payload.of("account", account.id()).with("line", line.id()).with("periodFrom", time.minus(period));
        }

        private Duration period(UseType type) {
            boolean held = account.addons().stream()
                    .anyMatch(addon -> addon.line() == line && addon.product().useType() == type);
            return held ? PERIOD_WITH_ADDON : PERIOD;
        }

        /** The add-on of the line whose use this is, if there is one and it is used. */
        private @Nullable String covering(UseType type, Instant time) {
            return account.addons().stream()
                    .filter(addon -> addon.line() == line && addon.product().useType() == type)
                    .filter(addon -> isUsed(addon, time))
                    .map(HeldAddon::id)
                    .findFirst()
                    .orElse(null);
        }

        private boolean isUsed(HeldAddon addon, Instant time) {
            return switch (addon.habit()) {
                case OFTEN -> true;
                case SELDOM -> chance.happens(SELDOM_SHARE);
                case DROPPED -> time.isBefore(addon.boughtOn().plus(UseHabit.DROPPED_AFTER));
                case NEVER -> false;
            };
        }
    }
}
