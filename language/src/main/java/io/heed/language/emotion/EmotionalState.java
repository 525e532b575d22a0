package io.heed.language.emotion;

import java.util.Locale;

/** How a customer can feel, in the order of the model's output. */
public enum EmotionalState {
    CALM,
    SATISFIED,
    CONFUSED,
    WORRIED,
    FRUSTRATED,
    ANGRY;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** The name in events, contracts and training data: {@code calm}. */
    public String label() {
        return label;
    }
}
