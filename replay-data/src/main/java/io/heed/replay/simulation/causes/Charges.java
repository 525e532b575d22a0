package io.heed.replay.simulation.causes;

import io.heed.replay.simulation.chance.Chance;
import io.heed.replay.simulation.customers.Account;
import io.heed.replay.simulation.life.Diary;
import io.heed.replay.simulation.life.Problem;
import io.heed.replay.simulation.recording.Payload;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What accounts have run up since their last bills; a night after much was added, that is told. */
final class Charges {
    private static final double MUCH = 9;
    private static final int BILLS_OF_A_MEAN = 3;
    private static final Duration NIGHT_RUN = Duration.ofHours(2);

    private final Diary diary;
    private final Map<String, Running> byAccount = new HashMap<>();

    Charges(Diary diary) {
        this.diary = diary;
    }

    /** Adds an item that is known from {@code arrived} on. */
    void add(Account account, BillItem item, Instant arrived) {
        if (item.amount() == 0) {
            return;
        }
        diary.at(arrived, () -> addNow(account, item, arrived));
    }

    /**
     * Notes that a problem makes bills this much higher for good, without an item of its own: the next three, until the
     * mean that they are compared with has caught up.
     */
    void rise(Account account, Problem problem, double amount) {
        running(account).lasting.add(new Lasting(problem, amount, BILLS_OF_A_MEAN));
    }

    /** What a period left for its bill. */
    record Period(List<BillItem> items, Map<Problem, Double> rises) {}

    /** Takes what the period that ends has left, for its bill. */
    Period bill(Account account, Instant now) {
        Running running = running(account);
        running.items.stream()
                .filter(item -> item.problem() != null)
                .forEach(item ->
                        running.rises.merge(Objects.requireNonNull(item.problem()), item.amount(), Double::sum));
        Running next = new Running(now);
        for (Lasting lasting : running.lasting) {
            running.rises.merge(lasting.problem(), lasting.amount(), Double::sum);
            if (lasting.bills() > 1) {
                next.lasting.add(new Lasting(lasting.problem(), lasting.amount(), lasting.bills() - 1));
            }
        }
        byAccount.put(account.id(), next);
        return new Period(List.copyOf(running.items), running.rises);
    }

    private Running running(Account account) {
        return byAccount.computeIfAbsent(
                account.id(), id -> new Running(diary.company().start()));
    }

    private void addNow(Account account, BillItem item, Instant now) {
        Running running = running(account);
        running.items.add(item);
        running.untold += item.amount();
        if (running.untold >= MUCH && !running.nightNoted) {
            running.nightNoted = true;
            Instant night = nextNight(now);
            diary.at(night, () -> tell(account, running, night));
        }
    }

    private void tell(Account account, Running running, Instant night) {
        if (byAccount.get(account.id()) != running) {
            return;
        }
        running.nightNoted = false;
        running.untold = 0;
        BillItem top = running.items.stream()
                .max(Comparator.comparingDouble(BillItem::amount))
                .orElseThrow();
        double extra = running.items.stream()
                .filter(item -> !item.kind().equals("credit"))
                .mapToDouble(BillItem::amount)
                .sum();
        Payload data = Payload.of("account", account.id())
                .with("amount", Chance.cents(account.recurring() + extra))
                .with("since", running.since)
                .with("topTopic", top.topic())
                .with("topAmount", top.amount());
        diary.record("charges.unbilled", night, night.plus(Duration.ofMinutes(95)), data);
    }

    private static Instant nextNight(Instant now) {
        Instant today =
                now.atZone(ZoneOffset.UTC).toLocalDate().atTime(LocalTime.MIN).toInstant(ZoneOffset.UTC);
        Instant night = today.plus(NIGHT_RUN);
        return night.isAfter(now) ? night : night.plus(Duration.ofDays(1));
    }

    private record Lasting(Problem problem, double amount, int bills) {}

    private static final class Running {
        private final List<BillItem> items = new ArrayList<>();
        private final List<Lasting> lasting = new ArrayList<>();
        private final Map<Problem, Double> rises = new LinkedHashMap<>();
        private final Instant since;
        private double untold;
        private boolean nightNoted;

        Running(Instant since) {
            this.since = since;
        }
    }
}
