package io.heed.language.emotion;

/** What a model of emotional states gives for one message. */
public final class Reading {
    private final Emotion emotion;
    private final float[] meaning;

    Reading(Emotion emotion, float[] meaning) {
        this.emotion = emotion;
        this.meaning = meaning;
    }

    /** How the message's writer feels. */
    public Emotion emotion() {
        return emotion;
    }

    /** The message's vector of length 1, by which messages are compared; empty for a model without an encoder. */
    public float[] meaning() {
        return meaning.clone();
    }
}
