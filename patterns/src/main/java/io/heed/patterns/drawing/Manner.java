package io.heed.patterns.drawing;

import io.heed.patterns.definition.Contiguity;

/** How a timeline goes on from one card to the next, each with the word on its arrow. */
enum Manner {
    /** The very next event. */
    NEXT("next"),
    /** A later event; what comes in between does not matter. */
    LATER("later"),
    /** Each later event, for a match of its own. */
    EACH_LATER("each later"),
    /** The very next event is another. */
    NOT_NEXT("not next"),
    /** No such event comes. */
    WITHOUT("without"),
    /** Nothing more, until an absence is certain. */
    UNTIL("until");

    private final String word;

    Manner(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    /** How a stage after the first follows. */
    static Manner of(Contiguity contiguity) {
        return switch (contiguity) {
            case NEXT -> NEXT;
            case FIRST, FOLLOWED_BY -> LATER;
            case FOLLOWED_BY_ANY -> EACH_LATER;
            case NOT_NEXT -> NOT_NEXT;
            case NOT_FOLLOWED_BY -> WITHOUT;
        };
    }
}
