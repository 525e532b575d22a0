package io.heed.language.emotion;

/**
 * What a model of emotional states gives for one message.
 *
 * @param emotion how its writer feels
 * @param meaning the message's vector of length 1, by which messages are compared; empty for a model without an encoder
 */
public record Reading(Emotion emotion, float[] meaning) {}
