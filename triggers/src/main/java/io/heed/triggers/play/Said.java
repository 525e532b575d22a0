package io.heed.triggers.play;

/**
 * A reason that holds, with its sentence completed.
 *
 * @param code the reason's code
 */
public record Said(String code, String sentence, Urgency urgency) {}
