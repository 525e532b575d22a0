package io.heed.features;

/** In which way the entries of a series are kept. */
enum Keeping {
    /** As far back as the longest window; old ones are summed up where they are many. */
    WINDOW,
    /** As far back as the longest window, one by one. */
    EXACT,
    /** The newest few. */
    NEWEST,
    /** The oldest one. */
    OLDEST,
    /** With their keys, as they may end or be replaced. */
    TRACKED,
    /** Once for all customers. */
    SHARED
}
