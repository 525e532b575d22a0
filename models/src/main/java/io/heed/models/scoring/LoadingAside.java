package io.heed.models.scoring;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that is loaded and tested aside, so that what it replaces goes on meanwhile; whoever needs it before it is
 * ready waits for it. Not for several threads.
 */
public final class LoadingAside<T> {
    /** One loads at a time, so that a core is left for the work; it goes when there is nothing to load. */
    private static final ThreadPoolExecutor LOADING = loading();

    private final Supplier<T> loader;
    private final Consumer<T> closing;
    private @Nullable CompletableFuture<T> loaded;

    /**
     * Something that nobody has begun to load.
     *
     * @param loader is called from another thread
     */
    public LoadingAside(Supplier<T> loader, Consumer<T> closing) {
        this.loader = loader;
        this.closing = closing;
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
    public void start() {
        CompletableFuture<T> unused = future();
    }

    /** What was loaded, waited for where it is still loading; what went wrong with it is thrown here. */
    public T await() {
        try {
            return future().join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }

    /** Closes it, at once or when it is loaded; done when it holds no model any more. */
    public CompletableFuture<Void> close() {
        if (loaded == null) {
            return CompletableFuture.completedFuture(null);
        }
        return loaded.thenAccept(closing).exceptionally(failedToLoad -> null);
    }

    private CompletableFuture<T> future() {
        if (loaded == null) {
            loaded = CompletableFuture.supplyAsync(loader, LOADING);
        }
        return loaded;
    }
}
