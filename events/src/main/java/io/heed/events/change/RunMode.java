package io.heed.events.change;

import java.util.Locale;

/** How a version of a definition runs. */
public enum RunMode {
    /** What it gives goes on. */
    LIVE,
    /** What it gives is logged and goes no further. */
    SHADOW,
    /** As a shadow, until it is resumed. */
    PAUSED;

    /** The name that outputs carry. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
