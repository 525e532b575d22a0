package io.heed.triggers.play;

/** How soon someone should act. */
public enum Urgency {
    /** Some time this week. */
    LOW,
    /** Today or tomorrow. */
    NORMAL,
    /** Within hours. */
    HIGH,
    /** Now, while it goes on. */
    URGENT
}
