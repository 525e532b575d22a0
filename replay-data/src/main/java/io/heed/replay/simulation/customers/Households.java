package io.heed.replay.simulation.customers;

import io.heed.replay.simulation.chance.Chance;
import io.heed.replay.simulation.chance.Seed;
import io.heed.replay.simulation.company.Area;
import io.heed.replay.simulation.company.Catalogue;
import io.heed.replay.simulation.company.Plan;
import io.heed.replay.simulation.company.Product;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Draws customers: each from the seed and a number alone. */
public final class Households {
    private static final List<Integer> BILL_RUN_DAYS = List.of(3, 9, 15, 21, 26);
    private static final double SHARED_HOUSEHOLD = 0.2;

    private final Seed seed;
    private final Instant start;

    /** Customers as they are when the recording starts. */
    public Households(Seed seed, Instant start) {
        this.seed = seed;
        this.start = start;
    }

    /** The customer of a number, from 0. */
    public Customer customer(int number) {
        Chance chance = seed.of("customer").of(number).chance();
        int householdNumber = sharesWithPrevious(number) ? number - 1 : number;
        Area area = seed.of("household").of(householdNumber).chance().pick(Area.ALL);
        String id = String.format("C%06d", number + 1);
        Instant since = start.minus(chance.between(Duration.ofDays(20), Duration.ofDays(4000)));
        return new Customer(
                id,
                String.format("H%06d", householdNumber + 1),
                area,
                chance.happens(area.spanishShare()) ? "es" : "en",
                Traits.draw(chance),
                since,
                accounts(id, since, chance));
    }

    private boolean sharesWithPrevious(int number) {
        boolean second = number % 2 == 1;
        return second && seed.of("shared").of(number).chance().happens(SHARED_HOUSEHOLD);
    }

    private List<Account> accounts(String customer, Instant since, Chance chance) {
        List<Account> accounts = new ArrayList<>();
        String prefix = "A" + customer.substring(1) + "-";
        if (chance.happens(0.18)) {
            accounts.add(prepaid(prefix + 1, customer, since, chance));
        } else {
            accounts.add(mobile(prefix + 1, customer, since, chance));
        }
        if (chance.happens(0.3)) {
            accounts.add(broadband(prefix + 2, customer, since, chance));
        }
        if (chance.happens(0.06)) {
            accounts.add(prepaid(prefix + 3, customer, since, chance));
        }
        return accounts;
    }

    private Account mobile(String id, String customer, Instant since, Chance chance) {
        Account account = postpaid(id, since, chance);
        int lines = 1 + chance.weighted(0.55, 0.27, 0.13, 0.05);
        for (int i = 1; i <= lines; i++) {
            Plan plan = chance.pick(Catalogue.MOBILE);
            account.lines().add(new Line(lineId(id, i), user(customer, i), true, plan));
        }
        if (chance.happens(0.35)) {
            account.addDeviceInstalment(chance.pick(List.of(12.5, 18.0, 24.99, 31.25)));
        }
        drawAddons(account, chance);
        return account;
    }

    private Account broadband(String id, String customer, Instant since, Chance chance) {
        Account account = postpaid(id, since, chance);
        account.lines().add(new Line(lineId(id, 1), user(customer, 1), false, chance.pick(Catalogue.BROADBAND)));
        return account;
    }

    private Account postpaid(String id, Instant since, Chance chance) {
        String method = chance.pick(List.of("direct-debit", "direct-debit", "card", "transfer"));
        Account account = Account.postpaid(id, chance.pick(BILL_RUN_DAYS), method, since);
        if (chance.happens(0.3)) {
            Instant until = start.plus(chance.between(Duration.ofDays(8), Duration.ofDays(420)));
            double discount = chance.pick(List.of(8.0, 10.0, 15.0, 20.0));
            account.setPromotion(new Promotion("welcome-" + (int) discount, discount, until));
        }
        if (chance.happens(0.12)) {
            account.setAnnualMonth(chance.whole(1, 12));
        }
        return account;
    }

    private static Account prepaid(String id, String customer, Instant since, Chance chance) {
        Account account = Account.prepaid(id, since);
        Line line = new Line(lineId(id, 1), user(customer, chance.whole(1, 3)), true, Catalogue.PREPAID);
        line.setBalance(chance.money(1, 25));
        account.lines().add(line);
        return account;
    }

    private void drawAddons(Account account, Chance chance) {
        int count = chance.weighted(0.62, 0.28, 0.1);
        List<Product> products = new ArrayList<>(Catalogue.ADDONS);
        for (int i = 1; i <= count; i++) {
            Product product = products.remove(chance.whole(0, products.size() - 1));
            UseHabit habit = UseHabit.draw(chance, 0.62, 0.22, 0.1, 0.06);
            Duration held = min(Duration.between(account.since(), start), Duration.ofDays(300));
            Instant bought = start.minus(chance.between(Duration.ofDays(1), held));
            Line line = chance.pick(account.lines());
            account.addons().add(new HeldAddon(account.id() + "-x" + i, product, line, "online", bought, habit));
        }
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private static String lineId(String account, int number) {
        return "L" + account.substring(1) + "-" + number;
    }

    private static String user(String customer, int number) {
        return "U" + customer.substring(1) + "-" + number;
    }
}
