package io.heed.triggers.signal;

/** Where a signal comes from. */
public enum SignalKind {
    PATTERN,
    MODEL
}
