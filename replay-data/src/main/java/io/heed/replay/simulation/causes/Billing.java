package io.heed.replay.simulation.causes;

import io.heed.replay.simulation.chance.Chance;
import io.heed.replay.simulation.customers.Account;
import io.heed.replay.simulation.customers.HeldAddon;
import io.heed.replay.simulation.customers.Line;
import io.heed.replay.simulation.customers.Promotion;
import io.heed.replay.simulation.life.Cause;
import io.heed.replay.simulation.life.Diary;
import io.heed.replay.simulation.life.Problem;
import io.heed.replay.simulation.recording.Payload;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The bills of one account: made on its bill-run nights, seen by the customer, corrected when they were wrong. */
final class Billing {
    private static final Duration RUN_AT = Duration.ofHours(2);
    private static final double WRONG = 0.007;
    private static final double ANNUAL_CHARGE = 48;

    private final Life life;
    private final Diary diary;
    private final Account account;
    private final Spikes spikes;
    private final Payments payments;
    private final BillOutcomes outcomes;
    private final List<Double> charges = new ArrayList<>();
    private double arrears;
    private int number;
    private boolean first;
    private boolean closed;
    private @Nullable Instant periodFrom;

    private Billing(Life life, Account account, boolean first) {
        this.life = life;
        this.diary = life.diary();
        this.account = account;
        this.first = first;
        this.spikes = new Spikes(life);
        this.payments = new Payments(life, account);
        this.outcomes = new BillOutcomes(life);
    }

    /** Bills an account that was there before the recording. */
    static Billing of(Life life, Account account) {
        Billing billing = new Billing(life, account, false);
        billing.snapshot();
        billing.schedule(life.diary().company().start());
        return billing;
    }

    /** Bills an account opened during the recording. */
    static Billing ofNew(Life life, Account account, Instant opened) {
        Billing billing = new Billing(life, account, true);
        billing.periodFrom = opened;
        billing.schedule(opened.plus(Duration.ofDays(1)));
        return billing;
    }

    private void snapshot() {
        Instant start = diary.company().start();
        Chance chance = diary.chance("earlier-bills-" + account.id());
        for (int months = 3; months >= 1; months--) {
            double charged = Chance.cents(account.recurring() + chance.between(0, 4));
            charges.add(charged);
            Instant issued = run(start).minus(Duration.ofDays(30L * months));
            diary.record(
                    "snapshot.bill",
                    start,
                    Payload.of("bill", nextNumber())
                            .with("account", account.id())
                            .with("kind", "regular")
                            .with("charges", charged)
                            .with("issuedOn", issued));
        }
        if (chance.happens(0.05)) {
            arrears = charges.get(2);
        }
    }

    private String nextNumber() {
        return String.format("B%s-%02d", account.id().substring(1), ++number);
    }

    private void schedule(Instant after) {
        Instant night = run(after);
        diary.at(night, () -> bill(night));
    }

    /** The first bill-run night of the account not before a time. */
    private Instant run(Instant after) {
        LocalDate day = after.atZone(ZoneOffset.UTC).toLocalDate().withDayOfMonth(account.billDay());
        Instant night = day.atStartOfDay(ZoneOffset.UTC).toInstant().plus(RUN_AT);
        return night.isBefore(after)
                ? day.plusMonths(1).atStartOfDay(ZoneOffset.UTC).toInstant().plus(RUN_AT)
                : night;
    }

    private void bill(Instant night) {
        if (!closed) {
            Bill bill = close(night, "regular");
            issue(bill, night);
            schedule(night.plus(Duration.ofDays(1)));
        }
    }

    /** Settles the account with a last bill, in the night after a time. */
    void settle(Instant time) {
        closed = true;
        Instant night = nightAfter(time);
        diary.at(night, () -> issue(close(night, "final"), night));
    }

    private Bill close(Instant night, String ordinaryKind) {
        Charges.Period period = life.charges().bill(account, night);
        List<BillItem> items = new ArrayList<>(recurring(night));
        items.addAll(period.items());
        Map<Problem, Double> rises = new LinkedHashMap<>(period.rises());
        String kind = first ? "first" : ordinaryKind;
        if (kind.equals("regular")) {
            kind = addRare(items, rises, night) ? "annual" : kind;
        }
        double owed = arrears + payments.unpaid();
        arrears = 0;
        if (owed > 0) {
            items.add(BillItem.of("arrears", "arrears", "Balance from earlier bills", owed));
        }
        Instant from = periodFrom == null ? night.minus(Duration.ofDays(30)) : periodFrom;
        periodFrom = night;
        first = false;
        return new Bill(nextNumber(), kind, from, night, items, rises);
    }

    /** Adds the annual charge in its month, and now and then a mistake; whether the annual charge was added. */
    private boolean addRare(List<BillItem> items, Map<Problem, Double> rises, Instant night) {
        Chance chance = diary.chance("rare-" + account.id(), night);
        if (chance.happens(WRONG)) {
            rare(Cause.WRONG_BILL, night, wrongItem(chance), items, rises);
        }
        boolean annual = night.atZone(ZoneOffset.UTC).getMonthValue() == account.annualMonth();
        if (annual) {
            BillItem charge = BillItem.of("one-off", "annual", "Annual device protection", ANNUAL_CHARGE);
            rare(Cause.ANNUAL_CHARGE, night, charge, items, rises);
        }
        return annual;
    }

    private void rare(Cause cause, Instant night, BillItem item, List<BillItem> items, Map<Problem, Double> rises) {
        Problem problem = diary.open(cause, night);
        diary.passes(problem, night.plus(Duration.ofDays(30)));
        items.add(item.because(problem));
        rises.put(problem, item.amount());
    }

    private static BillItem wrongItem(Chance chance) {
        double amount = chance.money(18, 85);
        return switch (chance.whole(0, 2)) {
            case 0 -> BillItem.of("usage", "data", "Data beyond the plan", amount);
            case 1 -> BillItem.of("usage", "voice", "Calls beyond the plan", amount);
            default -> BillItem.of("one-off", "fee", "Service fee", amount);
        };
    }

    private void issue(Bill bill, Instant night) {
        Chance chance = diary.chance("bill-" + account.id(), night);
        Instant arrived = night.plus(Duration.ofMinutes(chance.whole(120, 300)));
        String event = diary.record("bill.issued", night, arrived, bill.payload(account, life.customer()));
        double usual =
                charges.stream().mapToDouble(Double::doubleValue).average().orElse(bill.charges());
        boolean spiked = spikes.seen(account, bill, usual, arrived);
        payments.expect(bill, spiked, arrived);
        outcomes.expect(event, night, arrived);
        charges.add(bill.charges());
        if (charges.size() > 3) {
            charges.remove(0);
        }
        bill.rises().keySet().stream()
                .filter(problem -> problem.cause() == Cause.WRONG_BILL)
                .forEach(problem -> correctable(bill, problem, arrived));
    }

    private List<BillItem> recurring(Instant night) {
        double share = first && periodFrom != null
                ? Math.min(1, Duration.between(periodFrom, night).toHours() / 720.0)
                : 1;
        List<BillItem> items = new ArrayList<>();
        for (Line line : account.lines()) {
            String kind = share < 1 ? "prorated" : "recurring";
            double monthly = line.plan().monthly();
            items.add(BillItem.of(kind, "plan", "Plan " + line.plan().key(), monthly * share)
                    .forLine(line.id()));
            if (share < 1) {
                items.add(BillItem.of("recurring", "plan", "Plan " + line.plan().key() + ", in advance", monthly)
                        .forLine(line.id()));
            }
        }
        for (HeldAddon addon : account.addons()) {
            items.add(BillItem.of(
                            "recurring",
                            "add-on",
                            addon.product().name(),
                            addon.product().monthly())
                    .forLine(addon.line().id())
                    .forAddon(addon.id()));
        }
        if (account.deviceInstalment() > 0) {
            items.add(BillItem.of("device-instalment", "device", "Device instalment", account.deviceInstalment()));
        }
        Promotion promotion = account.promotion();
        if (promotion != null) {
            items.add(BillItem.of("credit", "discount", promotion.name(), -promotion.monthlyDiscount()));
        }
        return items;
    }

    private void correctable(Bill wrong, Problem mistake, Instant arrived) {
        mistake.whenSolved(time -> correct(wrong, mistake, time));
        Chance chance = diary.chance("correction-" + wrong.number());
        boolean foundByUs = chance.happens(0.35);
        Instant time = arrived.plus(chance.between(Duration.ofDays(2), Duration.ofDays(9)));
        diary.at(time, () -> {
            if (foundByUs && mistake.isOpen()) {
                correct(wrong, mistake, time);
                mistake.end(time, "corrected");
            }
        });
    }

    /** The corrected bill comes out of the next night's run. */
    private void correct(Bill wrong, Problem mistake, Instant known) {
        List<BillItem> right =
                wrong.items().stream().filter(item -> item.problem() != mistake).toList();
        Instant night = nightAfter(known);
        diary.at(night, () -> {
            Bill corrected = new Bill(nextNumber(), wrong.kind(), wrong.from(), wrong.to(), right, Map.of());
            mistake.fact("corrected", corrected.number());
            Payload data = corrected
                    .payload(account, life.customer())
                    .with("replaces", wrong.number())
                    .with("reason", "wrong-usage");
            diary.record("bill.corrected", night, night.plus(Duration.ofHours(3)), data);
            int place = charges.lastIndexOf(wrong.charges());
            if (place >= 0) {
                charges.set(place, corrected.charges());
            }
        });
    }

    private static Instant nightAfter(Instant time) {
        return time.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1)).plus(RUN_AT);
    }
}
