package io.heed.jobs.commands.language;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** Does work on several threads and hands the results on in the order of the work, on the caller's thread. */
final class OrderedWork<I, O> implements AutoCloseable {
    private static final int AHEAD_PER_THREAD = 32;

    private final int ahead;
    private final ExecutorService threads;
    private final Queue<Future<O>> pending = new ArrayDeque<>();
    private final Function<I, O> work;
    private final Consumer<O> results;

    OrderedWork(int threads, Function<I, O> work, Consumer<O> results) {
        this.ahead = threads * AHEAD_PER_THREAD;
        this.threads = Executors.newFixedThreadPool(threads);
        this.work = work;
        this.results = results;
    }

    /** Adds work, and waits where there is much to do already. */
    void add(I item) throws InterruptedException {
        pending.add(threads.submit(() -> work.apply(item)));
        while (pending.size() > ahead
                || (!pending.isEmpty() && pending.element().isDone())) {
            handOn(pending.remove());
        }
    }

    /** Waits until all is done and handed on. */
    void finish() throws InterruptedException {
        while (!pending.isEmpty()) {
            handOn(pending.remove());
        }
    }

    private void handOn(Future<O> done) throws InterruptedException {
        try {
            results.accept(done.get());
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a message could not be understood", failed.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
