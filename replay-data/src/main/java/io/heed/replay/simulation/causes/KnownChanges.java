package io.heed.replay.simulation.causes;

import io.heed.replay.simulation.chance.Chance;
import io.heed.replay.simulation.company.Catalogue;
import io.heed.replay.simulation.company.Plan;
import io.heed.replay.simulation.customers.Account;
import io.heed.replay.simulation.customers.Customer;
import io.heed.replay.simulation.customers.Line;
import io.heed.replay.simulation.customers.Promotion;
import io.heed.replay.simulation.life.Cause;
import io.heed.replay.simulation.life.Diary;
import io.heed.replay.simulation.life.Problem;
import io.heed.replay.simulation.recording.Payload;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Changes that explain a higher bill: a promotion's end, another plan, a price rise, another line or account. */
final class KnownChanges implements Happening {
    private static final Duration BETWEEN_PLAN_CHANGES = Duration.ofDays(1100);
    private static final Duration BETWEEN_NEW_LINES = Duration.ofDays(1700);
    private static final Duration BETWEEN_NEW_ACCOUNTS = Duration.ofDays(2200);
    private static final Duration PASSES_AFTER = Duration.ofDays(60);
    private static final double EXPLAINED = 0.3;
    private static final double LEFT_ALONE_BY = 0.5;

    private final Bills bills;

    KnownChanges(Bills bills) {
        this.bills = bills;
    }

    @Override
    public void plan(Life life) {
        Diary diary = life.diary();
        for (Account account : life.billedAccounts()) {
            Promotion promotion = account.promotion();
            if (promotion != null) {
                diary.at(promotion.until(), () -> endPromotion(life, account, promotion));
            }
            Chance plans = diary.chance("plans-" + account.id());
            diary.repeatedly(plans, BETWEEN_PLAN_CHANGES, time -> changePlan(life, account, time, plans));
        }
        for (Account account : life.mobileAccounts()) {
            Chance lines = diary.chance("lines-" + account.id());
            diary.repeatedly(lines, BETWEEN_NEW_LINES, time -> addLine(life, account, time, lines));
        }
        Chance accounts = diary.chance("new-accounts");
        diary.repeatedly(accounts, BETWEEN_NEW_ACCOUNTS, time -> openAccount(life, time, accounts));
    }

    private static void endPromotion(Life life, Account account, Promotion promotion) {
        Instant time = promotion.until();
        account.setPromotion(null);
        Problem problem = open(life, Cause.PROMOTION_ENDED, account, time).fact("promotion", promotion.name());
        life.charges().rise(account, problem, promotion.monthlyDiscount());
        life.diary()
                .record(
                        "promotion.ended",
                        time,
                        Payload.of("account", account.id())
                                .with("promotion", promotion.name())
                                .with("monthlyDiscount", promotion.monthlyDiscount()));
    }

    private static void changePlan(Life life, Account account, Instant time, Chance chance) {
        if (account.lines().isEmpty()) {
            return;
        }
        Line line = chance.pick(account.lines());
        Plan before = line.plan();
        boolean wanted = chance.happens(0.65);
        List<Plan> plans = line.isMobile() ? Catalogue.MOBILE : Catalogue.BROADBAND;
        Plan after = wanted ? chance.pick(plans) : raised(before, chance);
        if (after.equals(before)) {
            return;
        }
        line.changePlan(after);
        double rise = after.monthly() - before.monthly();
        Payload data = Payload.of("account", account.id())
                .with("line", line.id())
                .with("from", before.key())
                .with("to", after.key())
                .with("monthlyFrom", before.monthly())
                .with("monthlyTo", after.monthly())
                .with("requestedBy", wanted ? "customer" : "company")
                .with("soldBy", wanted ? chance.pick(List.of("salesman", "shop", "call", "online")) : null);
        life.diary().record("plan.changed", time, data);
        if (rise > 0) {
            Problem problem = open(life, Cause.PLAN_CHANGED, account, time)
                    .fact("line", line.id())
                    .fact("requestedBy", wanted ? "customer" : "company");
            life.charges().rise(account, problem, rise);
            BillItem part = BillItem.of("prorated", "plan", "Plan " + after.key() + ", part month", rise * 0.5);
            life.charges().add(account, part.forLine(line.id()).because(problem), time);
        }
    }

    private static Plan raised(Plan plan, Chance chance) {
        String key = plan.key().endsWith("-new") ? plan.key() : plan.key() + "-new";
        return new Plan(key, plan.monthly() + chance.whole(3, 9), plan.dataMegabytes());
    }

    private static void addLine(Life life, Account account, Instant time, Chance chance) {
        if (life.contacts().history().resentment() > LEFT_ALONE_BY
                || account.lines().isEmpty()) {
            return;
        }
        Instant when = life.diary().awake(time, chance);
        String id = "L" + account.id().substring(1) + "-" + (10 + chance.whole(0, 989));
        Customer customer = life.customer();
        String user = "U" + customer.id().substring(1) + "-" + (account.lines().size() + 1);
        Line line = new Line(id, user, true, chance.pick(Catalogue.MOBILE));
        double instalment = chance.happens(0.5) ? chance.pick(List.of(12.5, 18.0, 24.99)) : 0;
        account.lines().add(line);
        account.addDeviceInstalment(instalment);
        recordLine(life, account, line, when, instalment);
        Problem problem = open(life, Cause.PLAN_CHANGED, account, when).fact("line", id);
        life.charges().rise(account, problem, line.plan().monthly() + instalment);
        BillItem fee = BillItem.of("one-off", "fee", "Activation fee", 15);
        life.charges().add(account, fee.forLine(id).because(problem), when);
        Usage.begin(life, account, line, when);
    }

    private void openAccount(Life life, Instant time, Chance chance) {
        Customer customer = life.customer();
        boolean content = life.contacts().history().resentment() <= LEFT_ALONE_BY;
        if (!content || customer.hasBroadband()) {
            return;
        }
        Instant when = life.diary().awake(time, chance);
        String id = "A" + customer.id().substring(1) + "-7";
        int billDay = customer.accounts().get(0).isPrepaid()
                ? 15
                : customer.accounts().get(0).billDay();
        Account account = Account.postpaid(id, billDay, "card", when);
        String lineId = "L" + id.substring(1) + "-1";
        Line line = new Line(lineId, "U" + customer.id().substring(1) + "-1", false, chance.pick(Catalogue.BROADBAND));
        account.lines().add(line);
        customer.accounts().add(account);
        recordLine(life, account, line, when, 0);
        Problem problem = open(life, Cause.FIRST_BILL, account, when);
        BillItem fee = BillItem.of("one-off", "fee", "Installation", 39);
        life.charges().add(account, fee.forLine(line.id()).because(problem), when);
        bills.open(life, account, when);
        Usage.begin(life, account, line, when);
    }

    private static void recordLine(Life life, Account account, Line line, Instant time, double instalment) {
        Payload data = Payload.of("account", account.id())
                .with("line", line.id())
                .with("user", line.user())
                .with("plan", line.plan().key())
                .with("monthly", line.plan().monthly())
                .with("deviceInstalment", instalment > 0 ? instalment : null);
        life.diary().record("line.added", time, data);
    }

    /** Opens the problem; now and then another system explains the change before the bill comes. */
    private static Problem open(Life life, Cause cause, Account account, Instant time) {
        Diary diary = life.diary();
        Problem problem = diary.open(cause, time).fact("account", account.id());
        diary.passes(problem, time.plus(PASSES_AFTER));
        Chance chance = diary.chance("explained-" + problem.id());
        if (chance.happens(EXPLAINED)) {
            Instant explained = diary.awake(time.plus(Duration.ofHours(3)), chance);
            problem.fact("explained", true);
            diary.at(
                    explained,
                    () -> diary.record(
                            "outreach.sent",
                            explained,
                            Payload.of("channel", "email")
                                    .with("purpose", "service")
                                    .with("topic", "bill-explanation")
                                    .with("system", "billing-notices")));
        }
        return problem;
    }
}
