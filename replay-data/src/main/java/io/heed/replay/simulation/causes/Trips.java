package io.heed.replay.simulation.causes;

import io.heed.replay.simulation.chance.Chance;
import io.heed.replay.simulation.company.Catalogue;
import io.heed.replay.simulation.customers.Account;
import io.heed.replay.simulation.customers.HeldAddon;
import io.heed.replay.simulation.customers.Line;
import io.heed.replay.simulation.customers.UseHabit;
import io.heed.replay.simulation.life.Cause;
import io.heed.replay.simulation.life.Diary;
import io.heed.replay.simulation.life.Problem;
import io.heed.replay.simulation.recording.Payload;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Trips abroad: with a pass they cost nothing more, without one each day does, and that is known days later. */
final class Trips implements Happening {
    private static final Duration BETWEEN_TRIPS = Duration.ofDays(600);
    private static final Duration WARNED_BEFORE = Duration.ofDays(2);
    private static final double TAKES_PASS = 0.3;
    private static final double STAYS_AT_HOME = 0.12;
    private static final Duration PASS_IS_KEPT = Duration.ofDays(150);
    private static final List<String[]> COUNTRIES = List.of(
            new String[] {"MX", "Mexico"},
            new String[] {"CA", "Canada"},
            new String[] {"ES", "Spain"},
            new String[] {"IT", "Italy"},
            new String[] {"JP", "Japan"},
            new String[] {"BR", "Brazil"},
            new String[] {"GB", "England"});

    @Override
    public void plan(Life life) {
        for (Account account : life.mobileAccounts()) {
            Chance chance = life.diary().chance("trips-" + account.id());
            life.diary().repeatedly(chance, BETWEEN_TRIPS, time -> travel(life, account, time, chance));
        }
    }

    private static void travel(Life life, Account account, Instant from, Chance chance) {
        List<Line> mobile = account.lines().stream().filter(Line::isMobile).toList();
        if (mobile.isEmpty()) {
            return;
        }
        Line line = chance.pick(mobile);
        String[] country = chance.pick(COUNTRIES);
        int days = chance.whole(3, 12);
        if (chance.happens(TAKES_PASS)) {
            if (life.diary().chance("stays-" + account.id(), from).happens(STAYS_AT_HOME)) {
                stayAtHome(life, account, line, from);
                return;
            }
            String pass = takePass(life, account, line, from, days, chance);
            roam(new Trip(life, account, line, country[0], from, days, pass, null, 0), chance);
            return;
        }
        Problem problem = life.diary()
                .open(Cause.ROAMING, from)
                .fact("account", account.id())
                .fact("line", line.id())
                .fact("country", country[1])
                .fact("days", days);
        life.diary().passes(problem, from.plus(Duration.ofDays(days + 60L)));
        double dayRate = chance.exponential(9) + 1;
        roam(new Trip(life, account, line, country[0], from, days, null, problem, dayRate), chance);
    }

    /** The pass was taken for a trip that fell through; it begins with its first use, and that never comes. */
    private static void stayAtHome(Life life, Account account, Line line, Instant from) {
        Diary diary = life.diary();
        HeldAddon pass = pass(account, line, from);
        diary.record("addon.added", from, pass.payload(account));
        Problem forgotten = diary.open(Cause.FORGOTTEN_ADDON, from)
                .fact("account", account.id())
                .fact("addon", pass.id())
                .fact("product", pass.product().key())
                .fact("name", pass.product().name())
                .fact("monthly", pass.product().monthly())
                .fact("boughtOn", from);
        diary.passes(forgotten, from.plus(PASS_IS_KEPT));
        BillItem item =
                BillItem.of("one-off", "roaming", "Travel Pass", pass.product().monthly());
        life.charges().add(account, item.forAddon(pass.id()).because(forgotten), from);
    }

    private static HeldAddon pass(Account account, Line line, Instant from) {
        String id = account.id() + "-p" + from.getEpochSecond() / 3600;
        return new HeldAddon(id, Catalogue.ROAMING_PASS, line, "online", from, UseHabit.OFTEN);
    }

    private static String takePass(Life life, Account account, Line line, Instant from, int days, Chance chance) {
        Diary diary = life.diary();
        HeldAddon pass = pass(account, line, from);
        String id = pass.id();
        diary.record("addon.added", from, pass.payload(account));
        Problem bought = life.diary()
                .open(Cause.ADDON_BOUGHT, from)
                .fact("account", account.id())
                .fact("addon", id)
                .fact("name", Catalogue.ROAMING_PASS.name());
        life.diary().passes(bought, from.plus(Duration.ofDays(60)));
        BillItem item = BillItem.of("one-off", "roaming", "Travel Pass", Catalogue.ROAMING_PASS.monthly());
        life.charges().add(account, item.forAddon(id).because(bought), from);
        Instant over = from.plus(Duration.ofDays(days + 2L));
        double usedShare = Chance.cents(chance.between(0.3, 1));
        diary.at(over.minus(WARNED_BEFORE), () -> warn(life, account, line, over, usedShare));
        diary.at(over, () -> end(life, account, pass, over));
        return id;
    }

    private static void warn(Life life, Account account, Line line, Instant over, double usedShare) {
        life.diary()
                .record(
                        "pass.expiring",
                        over.minus(WARNED_BEFORE),
                        Payload.of("account", account.id())
                                .with("line", line.id())
                                .with("pass", Catalogue.ROAMING_PASS.key())
                                .with("expiresOn", over)
                                .with("usedShare", usedShare));
    }

    private static void end(Life life, Account account, HeldAddon pass, Instant over) {
        life.diary()
                .record(
                        "addon.cancelled",
                        over,
                        Payload.of("addon", pass.id())
                                .with("product", pass.product().key())
                                .with("account", account.id())
                                .with("line", pass.line().id())
                                .with("monthly", 0.0)
                                .with("cancelledBy", "company"));
    }

    private record Trip(
            Life life,
            Account account,
            Line line,
            String country,
            Instant from,
            int days,
            @Nullable String pass,
            @Nullable Problem problem,
            double dayRate) {}

    private static void roam(Trip trip, Chance chance) {
        for (int day = 1; day <= trip.days(); day++) {
            Instant time = trip.from().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(day));
            double charge = trip.problem() == null ? 0 : Chance.cents(trip.dayRate() * chance.between(0.4, 1.7));
            double megabytes = chance.whole(20, 900);
            double minutes = chance.whole(0, 25);
            Instant arrived = time.plus(Duration.ofMinutes(chance.whole(1_200, 6_600)));
            trip.life().diary().at(time, () -> {
                Payload data = Payload.of("account", trip.account().id())
                        .with("line", trip.line().id())
                        .with("periodFrom", time.minus(Duration.ofDays(1)))
                        .with("country", trip.country())
                        .with("megabytes", megabytes)
                        .with("minutes", minutes)
                        .with("charge", charge)
                        .with("addon", trip.pass());
                trip.life().diary().record("usage.roaming", time, arrived, data);
                BillItem item = BillItem.of("usage", "roaming", "Roaming " + trip.country(), charge);
                trip.life()
                        .charges()
                        .add(trip.account(), item.forLine(trip.line().id()).because(trip.problem()), arrived);
            });
        }
    }
}
