package io.heed.features.window;

import java.util.Locale;

/** What is made of the events in a window. Without any, counts and sums are 0 and all others are absent. */
public enum Aggregate {
    /** How many there are. */
    COUNT(Takes.NOTHING, true),
    /** The sum of their values. */
    SUM(Takes.NUMBER, true),
    /** The mean of their values. */
    MEAN(Takes.NUMBER, true),
    /** The smallest value. */
    MIN(Takes.NUMBER, true),
    /** The largest value. */
    MAX(Takes.NUMBER, true),
    /** The standard deviation of their values, those of the window being all there are. */
    DEVIATION(Takes.NUMBER, true),
    /** By how much the values rise a day, by least squares; absent until two times differ. */
    SLOPE(Takes.NUMBER, true),
    /** The sum of their values, each halved for every half-life that has passed since. */
    DECAYED_SUM(Takes.NUMBER, true),
    /** The mean of their values, each weighing half as much for every half-life that has passed since. */
    DECAYED_MEAN(Takes.NUMBER, true),
    /** Whether their decayed mean has last risen from a low, 1, or fallen from a high, -1, by a stated amount; else 0. */
    TURN(Takes.NUMBER, true),
    /** How long ago it did. */
    TIME_SINCE_TURN(Takes.NUMBER, true),
    /** How many different values there are. */
    DISTINCT(Takes.NUMBER_OR_TEXT, true),
    /** The value of the newest. */
    LAST(Takes.NUMBER, false),
    /** The value of the oldest. */
    FIRST(Takes.NUMBER, false),
    /** How long ago the newest happened. */
    TIME_SINCE(Takes.NOTHING, false),
    /** How long ago the oldest happened. */
    TIME_SINCE_FIRST(Takes.NOTHING, false),
    /** How many began and did not end. */
    OPEN_COUNT(Takes.NOTHING, false),
    /** For how long the oldest that did not end has been open; 0 when none is. */
    OPEN_TIME(Takes.NOTHING, false);

    /** What kind of value an aggregate is made of. */
    public enum Takes {
        /** The events alone. */
        NOTHING,
        /** One number of each event. */
        NUMBER,
        /** One number or text of each event. */
        NUMBER_OR_TEXT
    }

    private final Takes takes;
    private final boolean bounded;

    Aggregate(Takes takes, boolean bounded) {
        this.takes = takes;
        this.bounded = bounded;
    }

    /** What kind of value it is made of. */
    public Takes takes() {
        return takes;
    }

    /** Whether it makes sense only within a window, of the last few events or since a named event. */
    public boolean needsBound() {
        return bounded;
    }

    /** Whether its result is a time, given in a unit of time. */
    public boolean givesTime() {
        return this == TIME_SINCE || this == TIME_SINCE_FIRST || this == TIME_SINCE_TURN || this == OPEN_TIME;
    }

    /** Whether it is about things that begin and end. */
    public boolean isOfOpenThings() {
        return this == OPEN_COUNT || this == OPEN_TIME;
    }

    /** Whether older values weigh less in it, by a half-life. */
    public boolean decays() {
        return this == DECAYED_SUM || this == DECAYED_MEAN || isOfTurns();
    }

    /** Whether it is about the turns of a decayed mean: it takes the events one by one in order of time. */
    public boolean isOfTurns() {
        return this == TURN || this == TIME_SINCE_TURN;
    }

    /** Whether it is about the oldest event, which without a window is the oldest ever. */
    public boolean isOfTheOldest() {
        return this == FIRST || this == TIME_SINCE_FIRST;
    }

    /** Whether it is about the newest event, which without a window is the newest ever. */
    public boolean isOfTheNewest() {
        return this == LAST || this == TIME_SINCE;
    }

    /** The name as users write it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
