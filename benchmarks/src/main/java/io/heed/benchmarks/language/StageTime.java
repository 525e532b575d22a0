package io.heed.benchmarks.language;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How long a stage took for a number of messages.
 *
 * @param cpuNanos time of the processor, all threads together
 * @param wallNanos time that went by
 */
record StageTime(long messages, long cpuNanos, long wallNanos) {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Each of the threads does the stage for every message. */
    static StageTime of(Stage stage, List<String> messages, int threads) throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            long began = System.nanoTime();
            List<Future<Long>> times = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                times.add(workers.submit(() -> cpuNanos(stage, messages)));
            }
            long cpuNanos = 0;
            for (Future<Long> time : times) {
                cpuNanos += time.get();
            }
            return new StageTime((long) messages.size() * threads, cpuNanos, System.nanoTime() - began);
        } finally {
            workers.shutdownNow();
        }
    }

    double perCpuSecond() {
        return messages * 1e9 / Math.max(1, cpuNanos);
    }

    double perSecond() {
        return messages * 1e9 / Math.max(1, wallNanos);
    }

    private static long cpuNanos(Stage stage, List<String> messages) {
        long began = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < messages.size(); i++) {
            stage.work().accept(messages.get(i), i);
        }
        return THREADS.getCurrentThreadCpuTime() - began;
    }
}
