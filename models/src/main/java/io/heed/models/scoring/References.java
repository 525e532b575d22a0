package io.heed.models.scoring;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts who uses a resource, its owner included, and closes it when the last one has left. */
final class References {
    private final AtomicInteger users = new AtomicInteger(1);
    private final Runnable closing;

    References(Runnable closing) {
        this.closing = closing;
    }

    /** Joins the users; false where the last one has left already. */
    boolean acquire() {
        int before;
        do {
            before = users.get();
            if (before == 0) {
                return false;
            }
        } while (!users.compareAndSet(before, before + 1));
        return true;
    }

    /** Leaves; the last to leave closes the resource. */
    void release() {
        if (users.decrementAndGet() == 0) {
            closing.run();
        }
    }
}
