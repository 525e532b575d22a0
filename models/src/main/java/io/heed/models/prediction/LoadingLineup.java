package io.heed.models.prediction;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A lineup that is loaded and tested aside, so that what it replaces goes on scoring meanwhile; whoever needs it before
 * it is ready waits for it.
 */
final class LoadingLineup {
    /** One loads at a time, so that a core is left for the work; it goes when there is nothing to load. */
    private static final ThreadPoolExecutor LOADING = loading();

    private final Supplier<Lineup> loader;
    private @Nullable CompletableFuture<Lineup> lineup;

    LoadingLineup(Supplier<Lineup> loader) {
        this.loader = loader;
    }

    private static ThreadPoolExecutor loading() {
        ThreadPoolExecutor executor =
                new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "heed-loads-models");
                    thread.setDaemon(true);
                    return thread;
                });
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    /** Begins to load, where that has not begun. */
    void start() {
        CompletableFuture<Lineup> unused = future();
    }

    /** The lineup, waited for where it is still loading; what went wrong with it is thrown here. */
    Lineup await() {
        try {
            return future().join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }

    /** Closes the lineup, at once or when it is loaded; done when it holds no model any more. */
    CompletableFuture<Void> close() {
        if (lineup == null) {
            return CompletableFuture.completedFuture(null);
        }
        return lineup.thenAccept(Lineup::close).exceptionally(failedToLoad -> null);
    }

    private CompletableFuture<Lineup> future() {
        if (lineup == null) {
            lineup = CompletableFuture.supplyAsync(loader, LOADING);
        }
        return lineup;
    }
}
