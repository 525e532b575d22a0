package io.heed.events.change;

/**
 * One version of a definition that runs at a time.
 *
 * @param begins whether it may begin anything new; false where it only finishes what it has open
 * @param untilMillis from when on it has nothing open any more and is gone; {@link Long#MAX_VALUE} for never
 * @param replayMillis when customers' kept events run through it, or {@link #NO_REPLAY}
 */
public record Running<D>(
        String name, int version, D definition, RunMode mode, boolean begins, long untilMillis, long replayMillis) {
    /** No kept events run through it. */
    public static final long NO_REPLAY = Long.MIN_VALUE;

    /** A version that has run from the beginning. */
    public static <D> Running<D> always(String name, int version, D definition) {
        return new Running<>(name, version, definition, RunMode.LIVE, true, Long.MAX_VALUE, NO_REPLAY);
    }

    /** Name and version, such as {@code bill-spike@2}. */
    public String key() {
        return key(name, version);
    }

    static String key(String name, int version) {
        return name + "@" + version;
    }

    /** Whether it is the one that runs under its name: not a shadow, and not only finishing. */
    public boolean isInForce() {
        return begins && mode != RunMode.SHADOW;
    }

    Running<D> in(RunMode newMode) {
        return new Running<>(name, version, definition, newMode, begins, untilMillis, replayMillis);
    }

    Running<D> with(D newDefinition) {
        return new Running<>(name, version, newDefinition, mode, begins, untilMillis, replayMillis);
    }

    Running<D> finishingUntil(long endMillis) {
        return new Running<>(name, version, definition, mode, false, endMillis, replayMillis);
    }
}
