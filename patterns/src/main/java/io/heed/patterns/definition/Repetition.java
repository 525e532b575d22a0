package io.heed.patterns.definition;

import java.io.Serializable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often a stage's event comes.
 *
 * @param from at least so often, from 1
 * @param to at most so often, or {@link #UNBOUNDED}
 * @param each how each further event stands to the one before it
 * @param greedy whether an event that fits both this stage and the next belongs to this one
 */
public record Repetition(int from, int to, Contiguity each, boolean greedy) implements Serializable {
    /** No upper bound. */
    public static final int UNBOUNDED = Integer.MAX_VALUE;
    /** Exactly once. */
    public static final Repetition ONCE = new Repetition(1, 1, Contiguity.FOLLOWED_BY, false);

    private static final int MOST = 100;
    private static final Pattern FORM = Pattern.compile("(\\d{1,4})(?:(\\+)|-(\\d{1,4}))?");
    private static final String LEGAL = " (legal: 3, 2-4 or 2+)";

    /** Checks the bounds. */
    public Repetition {
        check(from >= 1 && from <= to, "times is not a range from 1: " + from + "-" + to + LEGAL);
        check(from <= MOST && (to <= MOST || to == UNBOUNDED), "times is above " + MOST + ": " + Math.max(from, to));
        check(!greedy || each != Contiguity.FOLLOWED_BY_ANY, "greedy stands with each: followed-by-any");
        check(!each.isAbsence() && each != Contiguity.FIRST, "each is an absence: " + each.key());
    }

    /**
     * The repetition that a text such as {@code 3}, {@code 2-4} or {@code 2+} says.
     *
     * @throws IllegalArgumentException if the text has another form
     */
    static Repetition parse(String text, Contiguity each, boolean greedy) {
        Matcher matcher = FORM.matcher(text);
        check(matcher.matches(), "times is not a count: " + text + LEGAL);
        int from = Integer.parseInt(matcher.group(1));
        if (matcher.group(2) != null) {
            return new Repetition(from, UNBOUNDED, each, greedy);
        }
        return new Repetition(from, matcher.group(3) == null ? from : Integer.parseInt(matcher.group(3)), each, greedy);
    }

    /** Whether the stage holds one event, not a list of them. */
    public boolean isOnce() {
        return from == 1 && to == 1;
    }

    /** Whether there is no upper bound. */
    public boolean isUnbounded() {
        return to == UNBOUNDED;
    }

    /** How it is written in YAML. */
    public String text() {
        if (isUnbounded()) {
            return from + "+";
        }
        return from == to ? String.valueOf(from) : from + "-" + to;
    }

    private static void check(boolean holds, String problem) {
        if (!holds) {
            throw new IllegalArgumentException(problem);
        }
    }
}
