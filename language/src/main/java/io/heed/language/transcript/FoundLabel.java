package io.heed.language.transcript;

/**
 * A place of a text that looks like a label.
 *
 * @param kind what tells the speaker
 * @param startsLine whether nothing but blanks and list marks stand before it on its line
 */
record FoundLabel(int start, int end, Label label, Voice voice, Kind kind, boolean startsLine) {
    /** What tells the speaker. */
    enum Kind {
        /** A word such as customer or agent. */
        ROLE,
        /** A word that often begins a line of a form as well, such as system or support. */
        ROLE_OR_TOPIC,
        /** A number, such as speaker 1. */
        NUMBER,
        /** A name alone. */
        NAME
    }

    /** Whether it can make a transcript of a text; a name alone only takes part in one. */
    boolean isSure() {
        return kind != Kind.NAME;
    }
}
