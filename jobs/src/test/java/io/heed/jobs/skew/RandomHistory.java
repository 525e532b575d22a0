package io.heed.jobs.skew;

import io.heed.events.CareEvent;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.testing.CareEvents;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * What some dozens of customers and their areas go through in half a year, as it reaches the job: out of order, late by
 * minutes or days, at equal times, twice, and for some until they are erased. Every fourth customer has enough events for
 * tiles of every width.
 */
final class RandomHistory {
    static final long START = 1_767_225_600_000L;
    static final long DAY = 86_400_000;
    static final long MINUTE = 60_000;
    private static final int DAYS = 200;
    private static final int AREAS = 3;

    private final Random random;
    private final CareEvents events;
    private final List<Arrival> arrivals = new ArrayList<>();

    RandomHistory(EventCatalogue catalogue, Random random) {
        this.random = random;
        this.events = CareEvents.on(catalogue);
    }

    List<Arrival> of(int customers) {
        for (int customer = 0; customer < customers; customer++) {
            live("C" + customer, customer % 4 == 0 ? 1_500 : 20 + random.nextInt(120));
        }
        for (int outage = 0; outage < 60; outage++) {
            String area = "area" + random.nextInt(AREAS);
            long time = time(START, DAYS);
            arrive(events.of("outage.started").about(area).at(time).with("outage", "o" + outage));
            if (random.nextInt(4) > 0) {
                long end = time + random.nextInt(3_000) * MINUTE;
                arrive(events.of("outage.ended").about(area).at(end).with("outage", "o" + outage));
            }
        }
        arrivals.sort(Comparator.comparingLong(Arrival::atMillis));
        return arrivals;
    }

    private void live(String customer, int size) {
        arrive(events.of("customer.profile")
                .about(customer)
                .at(START)
                .with("area", "area" + random.nextInt(AREAS))
                .with("consentProfiling", true));
        long burst = time(START, DAYS);
        for (int i = 0; i < size; i++) {
            if (random.nextInt(100) == 0) {
                burst = time(START, DAYS);
            }
            long time = random.nextInt(3) == 0 ? time(burst, 1) : time(START, DAYS);
            happen(customer, customer + "-" + i, time);
        }
        if (random.nextInt(5) == 0) {
            arrive(events.of("customer.erased").about(customer).at(time(START, DAYS)));
        }
    }

    private void happen(String customer, String name, long time) {
        String account = "A" + random.nextInt(2);
        switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4, 5, 6, 7 ->
                arrive(events.of("purchase.made")
                        .about(customer)
                        .at(time)
                        .with("amount", amount())
                        .with("account", account));
            case 8, 9, 10 ->
                arrive(events.of("usage.rated").about(customer).at(time).with("amount", amount()));
            case 11 -> {
                arrive(events.of("bill.issued")
                        .about(customer)
                        .at(time)
                        .with("bill", name)
                        .with("account", account)
                        .with("amount", amount()));
                if (random.nextInt(3) == 0) {
                    arrive(events.of("bill.corrected")
                            .about(customer)
                            .at(time + random.nextInt(3_000) * MINUTE)
                            .with("bill", name + "c")
                            .with("replaces", name)
                            .with("amount", amount()));
                }
            }
            case 12 -> {
                arrive(events.of("addon.added")
                        .about(customer)
                        .at(time)
                        .with("addon", name)
                        .with("monthly", amount()));
                if (random.nextBoolean()) {
                    long end = time + random.nextInt(60_000) * MINUTE;
                    arrive(events.of("addon.cancelled").about(customer).at(end).with("addon", name));
                }
            }
            case 13 ->
                arrive(events.of("customer.profile").about(customer).at(time).with("area", "area0"));
            default -> {
                arrive(events.of("call.started").about(customer).at(time).with("account", account));
                arrive(events.of("call.ended")
                        .about(customer)
                        .at(time + random.nextInt(20) * MINUTE)
                        .with("account", account));
                if (random.nextInt(4) == 0) { // at the very instant of the decision
                    arrive(events.of("purchase.made").about(customer).at(time).with("amount", amount()));
                }
            }
        }
    }

    private void arrive(CareEvents.Draft draft) {
        CareEvent event = draft.create();
        long arrival = event.timeMillis() + delay(event.type().isSlow() ? 40 : 1);
        CareEvent arrived = event.type().isSlow() ? event.arrivedAt(arrival) : event;
        arrivals.add(new Arrival(arrival, arrived));
        if (random.nextInt(30) == 0) {
            arrivals.add(new Arrival(arrival + random.nextInt(600) * MINUTE, arrived));
        }
    }

    /** Mostly within the disorder that is waited for, sometimes by hours, now and then by days. */
    private long delay(int hours) {
        int kind = random.nextInt(20);
        long most = kind == 0 ? 8 * DAY : kind < 3 ? DAY / 4 : hours * 55L * MINUTE;
        return (long) (random.nextDouble() * most);
    }

    private long time(long from, int days) {
        return from + (long) random.nextInt(days * 1_440) * MINUTE;
    }

    private double amount() {
        return switch (random.nextInt(6)) {
            case 0 -> random.nextGaussian() * 1_000;
            case 1 -> random.nextInt(50) / 7.0;
            default -> (random.nextInt(12_000) - 2_000) / 100.0;
        };
    }
}
