package io.heed.models.prediction;

/** The part in which a version scored a customer. */
public enum Arm {
    CHAMPION,
    CHALLENGER,
    /** Nobody may act on it. */
    SHADOW
}
