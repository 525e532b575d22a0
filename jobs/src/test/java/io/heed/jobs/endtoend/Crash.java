package io.heed.jobs.endtoend;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;

/**
 * Fails the job once, in the middle of a stream: after so many results, and only when results were given both before the
 * checkpoint that the job goes back to and after it. Until then it is slow, so that the source cannot run ahead.
 */
final class Crash<T> implements MapFunction<T, T>, CheckpointedFunction, CheckpointListener {
    private static final long serialVersionUID = 1L;
    private static final AtomicInteger RESULTS = new AtomicInteger();
    private static final AtomicInteger CRASHES = new AtomicInteger();
    private static volatile int resultsAtCheckpoint;
    private static volatile int resultsAtCompletedCheckpoint;
    /** After so many more results it crashes without a checkpoint, and the job begins anew. */
    private static final int PATIENCE_RESULTS = 100;

    private final int afterResults;

    private Crash(int afterResults) {
        this.afterResults = afterResults;
    }

    /** A crash to come; the one before it is forgotten. */
    static <T> Crash<T> after(int results) {
        RESULTS.set(0);
        CRASHES.set(0);
        resultsAtCheckpoint = 0;
        resultsAtCompletedCheckpoint = 0;
        return new Crash<>(results);
    }

    /** How often the job has crashed since {@link #after}. */
    static int count() {
        return CRASHES.get();
    }

    @Override
    public T map(T result) throws InterruptedException {
        if (CRASHES.get() == 0) {
            int results = RESULTS.incrementAndGet();
            Thread.sleep(1);
            boolean checkpointed = resultsAtCompletedCheckpoint > 0 && results > resultsAtCompletedCheckpoint;
            boolean overdue = results > afterResults + PATIENCE_RESULTS;
            if (results > afterResults && (checkpointed || overdue) && CRASHES.compareAndSet(0, 1)) {
                throw new IllegalStateException("crashed on purpose after " + results + " results");
            }
        }
        return result;
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) {
        resultsAtCheckpoint = RESULTS.get();
    }

    @Override
    public void notifyCheckpointComplete(long checkpoint) {
        resultsAtCompletedCheckpoint = resultsAtCheckpoint;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) {}
}
