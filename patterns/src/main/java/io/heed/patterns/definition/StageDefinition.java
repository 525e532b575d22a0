package io.heed.patterns.definition;

import java.io.Serializable;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One stage of a pattern.
 *
 * @param name what conditions and matches call it
 * @param accepts which events fit
 * @param repetition how often
 * @param optional whether a match may do without it
 * @param until which event ends a repetition without upper bound, or null
 * @param withinMillis how soon after the event before it this stage's event must come; 0 for no such window
 */
public record StageDefinition(
        String name,
        Contiguity contiguity,
        EventTest accepts,
        Repetition repetition,
        boolean optional,
        @Nullable EventTest until,
        long withinMillis)
        implements Serializable {
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]*");
    private static final Set<String> TAKEN = Set.of(
            "features",
            "parameters",
            "until",
            "event",
            "as",
            "break",
            "const",
            "continue",
            "else",
            "false",
            "for",
            "function",
            "if",
            "import",
            "in",
            "let",
            "loop",
            "namespace",
            "null",
            "package",
            "return",
            "true",
            "var",
            "void",
            "while",
            "sum",
            "has",
            "size",
            "type",
            "duration",
            "timestamp");

    /** Checks the name and what an absence may have. */
    public StageDefinition {
        check(NAME.matcher(name).matches(), "a stage's name is not camelCase: " + name + " (legal: failedForm)");
        check(!TAKEN.contains(name), "a stage's name has another meaning in conditions: " + name);
        boolean plain = repetition.equals(Repetition.ONCE) && !optional && until == null;
        check(!contiguity.isAbsence() || plain, "an absence has no times, optional or until: " + name);
        check(
                until == null || repetition.isUnbounded(),
                "until stands without an open end: " + name + " (legal: times: 1+)");
        check(
                withinMillis == 0 || contiguity != Contiguity.FIRST,
                "the first stage has no event before it, so it has no within: " + name);
        check(
                withinMillis == 0 || repetition.isOnce(),
                "a stage that repeats has no within of its own: " + name + " (legal: a condition on its time)");
    }

    /** Whether the stage asks for an absence. */
    public boolean isAbsence() {
        return contiguity.isAbsence();
    }

    /** Whether conditions see the stage as a list of events. */
    public boolean isRepeated() {
        return !repetition.isOnce();
    }

    /** Every event type that the stage reads. */
    public Set<String> types() {
        Set<String> types = new TreeSet<>(accepts.types());
        if (until != null) {
            types.addAll(until.types());
        }
        return types;
    }

    private static void check(boolean holds, String problem) {
        if (!holds) {
            throw new IllegalArgumentException(problem);
        }
    }
}
