package io.heed.jobs.flink.embedded;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.flink.core.execution.JobClient;

/** Asks a job for its counts until closed. */
final class ProgressWatch implements AutoCloseable {
    private static final long EVERY_MILLIS = 500;

    private final ScheduledExecutorService clock;
    private final ScheduledFuture<?> asking;

    ProgressWatch(JobClient job, Progress progress) {
        clock = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "heed-progress");
            thread.setDaemon(true);
            return thread;
        });
        asking = clock.scheduleWithFixedDelay(
                () -> ask(job, progress), EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static void ask(JobClient job, Progress progress) {
        job.getAccumulators()
                .whenComplete((accumulators, endedMeanwhile) -> {
                    if (accumulators != null) {
                        progress.reached(JobTotals.of(accumulators));
                    }
                })
                .exceptionally(endedMeanwhile -> null)
                .join();
    }

    @Override
    public void close() {
        asking.cancel(false);
        clock.shutdownNow();
    }
}
