package io.heed.patterns.definition;

import java.io.Serializable;

/**
 * How long after its first event a match may last.
 *
 * @param millis the length where it is fixed
 * @param parameter the parameter that gives the length, "" where it is fixed
 */
public record Window(long millis, String parameter) implements Serializable {
    /** No window, for patterns of one event. */
    public static final Window NONE = new Window(0, "");

    static Window ofParameter(String parameter) {
        return new Window(0, parameter);
    }
}
