package io.heed.benchmarks.traffic;

import java.util.SplittableRandom;
import java.util.function.Consumer;

/** What a customer does in one go; its first event is now, the others follow within weeks. */
final class Burst {
    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final String[] PAGES = {"home", "usage", "help", "plans", "bill", "cancel", "home", "usage"};
    private static final String[] TOPICS = {"billing", "network", "addon", "contract"};
    private static final int THEMES = 209;

    private final SplittableRandom random;
    private final Consumer<Planned> planned;
    private final String customer;
    private final String reference;
    private final long startMillis;
    private long order;

    Burst(SplittableRandom random, String customer, long startMillis, long order, Consumer<Planned> planned) {
        this.random = random;
        this.customer = customer;
        this.startMillis = startMillis;
        this.order = order;
        this.planned = planned;
        this.reference = customer + '-' + Long.toString(order, 36);
    }

    /** Plans everything; gives the order that follows on the last event. */
    long plan() {
        int theme = random.nextInt(THEMES);
        if (theme < 60) {
            look();
        } else if (theme < 115) {
            pay();
        } else if (theme < 163) {
            use();
        } else if (theme < 183) {
            takeAddon();
        } else if (theme < 198) {
            chat();
        } else {
            loseCalls();
        }
        return order;
    }

    private void look() {
        long at = 0;
        for (int left = between(1, 3); left > 0; left--) {
            add(at, "web.visited", reference, PAGES[random.nextInt(PAGES.length)], random.nextInt(120));
            at += within(10 * MINUTE);
        }
        for (int left = between(0, 2); left > 0; left--) {
            add(at, "app.opened", reference, PAGES[random.nextInt(PAGES.length)], random.nextInt(90));
            at += within(2 * HOUR);
        }
        if (chance(0.03)) {
            contact(at, "call.started", topic());
        }
    }

    private void pay() {
        String account = customer + "-account";
        double amount = 25 + random.nextInt(90);
        add(0, "bill.issued", account, "regular", amount);
        if (chance(0.75)) {
            boolean fails = chance(0.12);
            long at = within(20 * DAY);
            add(at, "payment.made", account, fails ? "failed" : "paid", amount);
            if (fails) {
                add(at + within(6 * DAY), "payment.made", account, chance(0.4) ? "failed" : "paid", amount);
            }
        }
        if (chance(0.08)) {
            contact(within(6 * DAY), "call.started", "billing");
        }
    }

    private void use() {
        long at = 0;
        for (int left = between(6, 12); left > 0; left--) {
            add(at, "usage.data", "none", network(), random.nextInt(1_100));
            at += within(6 * HOUR);
        }
        for (int left = between(1, 5); left > 0; left--) {
            add(within(2 * DAY), "usage.voice", "none", network(), random.nextInt(60));
        }
    }

    private void takeAddon() {
        add(0, "addon.added", reference, "data", random.nextInt(25));
        for (int left = chance(0.5) ? between(1, 4) : 0; left > 0; left--) {
            add(within(35 * DAY), "usage.data", reference, network(), random.nextInt(1_100));
        }
        if (chance(0.25)) {
            add(within(40 * DAY), "addon.cancelled", reference, "data", 0);
        }
    }

    private void chat() {
        String topic = topic();
        contact(0, "chat.closed", topic);
        if (chance(0.35)) {
            contact(within(36 * HOUR), "call.started", topic);
        }
        if (chance(0.25)) {
            contact(within(4 * DAY), "chat.closed", topic);
        }
        if (chance(0.15)) {
            add(within(5 * DAY), "social.posted", reference, topic, random.nextDouble());
        }
    }

    private void loseCalls() {
        long at = 0;
        for (int left = between(1, 6); left > 0; left--) {
            add(at, "call.dropped", customer + "-line", "cell" + random.nextInt(9), random.nextInt(90));
            at += within(10 * HOUR);
        }
        if (chance(0.4)) {
            contact(at + within(HOUR), "call.started", "network");
        }
        if (chance(0.4)) {
            add(at + within(HOUR), "social.posted", reference, "network", random.nextDouble());
        }
    }

    private void contact(long afterMillis, String type, String topic) {
        String outcome = chance(0.4) ? "open" : "solved";
        planned.accept(new Planned(
                startMillis + afterMillis, order++, customer, type, reference, topic, random.nextInt(30), outcome));
    }

    private void add(long afterMillis, String type, String about, String kind, double amount) {
        planned.accept(new Planned(startMillis + afterMillis, order++, customer, type, about, kind, amount, ""));
    }

    private String topic() {
        return TOPICS[random.nextInt(TOPICS.length)];
    }

    private String network() {
        return chance(0.95) ? "home" : "roaming";
    }

    private int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    private long within(long millis) {
        return random.nextLong(millis);
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }
}
