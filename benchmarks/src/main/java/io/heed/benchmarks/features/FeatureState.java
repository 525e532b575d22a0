package io.heed.benchmarks.features;

import io.heed.benchmarks.traffic.Traffic;
import io.heed.benchmarks.traffic.TrafficPlan;
import io.heed.benchmarks.traffic.TrafficTypes;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.state.MemoryStateStore;
import java.util.Arrays;
import java.util.Random;

/**
 * How many bytes the stage keeps of customers after 180 days, agenda included. Their numbers of events are distributed
 * log-normally.
 */
public final class FeatureState {
    private static final double MEDIAN_EVENTS = 300;
    private static final double NINETY_NINTH_EVENTS = 5_000;
    /** By how many standard deviations the 99th percentile of a normal distribution lies above its median. */
    private static final double NINETY_NINTH = 2.326;

    private final long[] events;
    private final long[] bytes;

    private FeatureState(long[] events, long[] bytes) {
        this.events = events;
        this.bytes = bytes;
        Arrays.sort(events);
        Arrays.sort(bytes);
    }

    /** Measures over so many customers. */
    public static FeatureState measure(int customers) {
        EventCatalogue catalogue = TrafficTypes.catalogue();
        MemoryStateStore state = new MemoryStateStore();
        FeatureTimeline timeline =
                new FeatureTimeline(state, MeasuredFeatures.all(catalogue), catalogue, fate -> {}, sum -> {});
        Random random = new Random(7);
        long[] events = new long[customers];
        long[] bytes = new long[customers];
        for (int i = 0; i < customers; i++) {
            double spread = Math.log(NINETY_NINTH_EVENTS / MEDIAN_EVENTS) / NINETY_NINTH;
            events[i] = Math.max(1, Math.round(MEDIAN_EVENTS * Math.exp(spread * random.nextGaussian())));
            String customer = "c" + i;
            state.turnTo(customer);
            Traffic traffic = new Traffic(new TrafficPlan(i, events[i], 1, 0), catalogue);
            for (long left = events[i]; left > 0; left--) {
                timeline.onEvent(traffic.next());
            }
            bytes[i] = state.bytesOf(customer);
        }
        return new FeatureState(events, bytes);
    }

    /** How many customers were measured. */
    public int customers() {
        return bytes.length;
    }

    /** Below which number of bytes a share of the customers lies. */
    public long bytesOf(double share) {
        return bytes[(int) (share * (bytes.length - 1))];
    }

    /** Below which number of events a share of the customers lies. */
    public long eventsOf(double share) {
        return events[(int) (share * (events.length - 1))];
    }
}
