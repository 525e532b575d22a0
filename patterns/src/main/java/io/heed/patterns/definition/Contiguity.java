package io.heed.patterns.definition;

/** How a stage's event stands to the events before it; "next" counts only events of types that the pattern names. */
public enum Contiguity {
    /** The first stage. */
    FIRST("event"),
    /** The very next event. */
    NEXT("next"),
    /** The first later event that fits; what does not fit is passed over. */
    FOLLOWED_BY("followed-by"),
    /** Every later event that fits, each making a match of its own. */
    FOLLOWED_BY_ANY("followed-by-any"),
    /** The very next event must not fit. */
    NOT_NEXT("not-next"),
    /** No event that fits may come before the next stage, or before the window ends. */
    NOT_FOLLOWED_BY("not-followed-by");

    private final String key;

    Contiguity(String key) {
        this.key = key;
    }

    /** How it is written in YAML. */
    public String key() {
        return key;
    }

    /** Whether the stage asks for an absence and so never holds an event. */
    public boolean isAbsence() {
        return this == NOT_NEXT || this == NOT_FOLLOWED_BY;
    }
}
