package io.heed.triggers.play;

/** How far the receiver may go by itself. */
public enum Autonomy {
    /** A care agent is told and decides what to do. */
    INFORM,
    /** A person approves the action before it is taken. */
    APPROVE,
    /** The action is taken without a person. */
    AUTO
}
