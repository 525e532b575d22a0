package io.heed.jobs.patternoracle;

import static io.heed.patterns.LetterEvents.letter;

import io.heed.events.CareEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * The events of some customers as they arrive: most within the allowed disorder and some behind it, some twice, many at
 * equal times, of two sources, with watermarks here and there.
 */
final class RandomArrivals {
    private static final int EVENTS = 25;
    private static final int DISORDER_MILLIS = 4;
    private static final int LAGGING_MILLIS = 25;

    private final Random random;
    private final List<Arrival> arrivals = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();

    private record Arrival(CareEvent event, long atMillis) {}

    private RandomArrivals(Random random) {
        this.random = random;
    }

    /** Draws the steps of some customers; time starts at 1. */
    static List<Step> draw(Random random, List<String> customers) {
        RandomArrivals drawn = new RandomArrivals(random);
        customers.forEach(drawn::customer);
        drawn.arrivals.sort(Comparator.comparingLong(Arrival::atMillis));
        drawn.watermarks();
        return List.copyOf(drawn.steps);
    }

    private void customer(String customer) {
        boolean numbered = random.nextBoolean();
        long time = 1;
        for (int i = 0; i < EVENTS; i++) {
            time += random.nextInt(3);
            CareEvent event = event(customer, i, time, numbered);
            boolean lags = random.nextInt(15) == 0;
            arrivals.add(
                    new Arrival(event, time + random.nextInt(DISORDER_MILLIS + 1) + (lags ? LAGGING_MILLIS / 2 : 0)));
            if (random.nextInt(10) == 0) {
                arrivals.add(new Arrival(event, time + random.nextInt(LAGGING_MILLIS)));
            }
        }
    }

    /** Where a source numbers its events, the numbers decide at equal times, else the arrival does. */
    private CareEvent event(String customer, int index, long timeMillis, boolean numbered) {
        String letter = String.valueOf((char) ('a' + random.nextInt(4)));
        CareEvent event = letter(letter, String.valueOf(index), timeMillis, random.nextInt(8), null);
        return new CareEvent(
                event.type(),
                event.id(),
                random.nextInt(4) == 0 ? "other" : "test",
                customer,
                timeMillis,
                timeMillis,
                numbered ? random.nextInt(1_000_000) : CareEvent.NO_SEQUENCE,
                event.copyOfValues());
    }

    private void watermarks() {
        long newest = 0;
        long passed = 0;
        for (Arrival arrival : arrivals) {
            steps.add(new Step.Arrives(arrival.event()));
            newest = Math.max(newest, arrival.event().timeMillis());
            long reached = newest - DISORDER_MILLIS - 1;
            if (reached > passed && random.nextInt(3) == 0) {
                passed = reached;
                steps.add(new Step.Passes(passed));
            }
        }
    }
}
