package io.heed.benchmarks.patterns.flink;

import io.heed.benchmarks.traffic.TrafficPlan;
import java.time.Duration;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;

/** Where Flink keeps state, and how much traffic is enough to measure there. */
enum Backend {
    HEAP("heap", "hashmap", 300_000, 40_000),
    ROCKSDB("RocksDB", "rocksdb", 40_000, 8_000);

    private static final int EVENTS_OF_A_CUSTOMER = 15;
    private static final Duration BOX = Duration.ofSeconds(90);
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration QUICK_WARM_UP = Duration.ofSeconds(1);
    private static final Duration QUICK_BOX = Duration.ofSeconds(15);
    private static final MemorySize MANAGED = MemorySize.ofMebiBytes(1_024);
    private static final MemorySize NETWORK = MemorySize.ofMebiBytes(256); // a hundred operators have many channels

    private final String shown;
    private final String key;
    private final long events;
    private final long quickEvents;

    Backend(String shown, String key, long events, long quickEvents) {
        this.shown = shown;
        this.key = key;
        this.events = events;
        this.quickEvents = quickEvents;
    }

    String shown() {
        return shown;
    }

    TrafficPlan plan(boolean quick) {
        long made = quick ? quickEvents : events;
        return TrafficPlan.of(made, (int) (made / EVENTS_OF_A_CUSTOMER));
    }

    /** After how long a run is given up. */
    static Duration box(boolean quick) {
        return quick ? QUICK_BOX : BOX;
    }

    /** For how long everybody runs before it counts. */
    static Duration warmUp(boolean quick) {
        return quick ? QUICK_WARM_UP : WARM_UP;
    }

    Configuration configuration() {
        return new Configuration()
                .set(StateBackendOptions.STATE_BACKEND, key)
                .set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MANAGED)
                .set(TaskManagerOptions.NETWORK_MEMORY_MIN, NETWORK)
                .set(TaskManagerOptions.NETWORK_MEMORY_MAX, NETWORK);
    }
}
