package io.heed.events.change;

import java.io.Serializable;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One change of one definition, as the change log holds it.
 *
 * @param number its place in the log, from 1
 * @param effectiveMillis the event time from which on it holds, that instant included
 * @param version the version that it puts in place, or of which it speaks; from 1
 * @param shadow whether an applied version runs as a shadow beside the one in force, or a removal speaks of it alone
 * @param onChange what becomes of open matches, or null for what the definition itself says
 * @param parameters the parameters that are set, by name, as text
 * @param definition the YAML file with the applied definition alone, "" where nothing is applied
 */
public record Change(
        long number,
        long effectiveMillis,
        DefinitionKind kind,
        ChangeAction action,
        String name,
        int version,
        boolean shadow,
        @Nullable OnChange onChange,
        SortedMap<String, String> parameters,
        String definition)
        implements Serializable {
    /** Copies the parameters and checks what belongs together. */
    public Change {
        parameters = new TreeMap<>(parameters);
        check(number >= 1, "number is not a whole number from 1: " + number);
        check(version >= 1, "version is not a whole number from 1: " + version);
        check(!name.isBlank(), "name is missing (legal: name: bill-spike)");
        check(
                (action == ChangeAction.APPLY) == !definition.isEmpty(),
                "a definition stands with apply, and only there: " + name);
        check(
                (action == ChangeAction.SET) == !parameters.isEmpty(),
                "parameters stand with set, and only there: " + name + " (legal: parameters: {unused: 25d})");
        check(
                action != ChangeAction.SET || kind == DefinitionKind.PATTERN,
                "a " + kind.name().toLowerCase(Locale.ROOT) + " has no parameters: " + name
                        + " (legal: apply with a new version)");
        check(
                kind != DefinitionKind.FEATURE || action == ChangeAction.APPLY || action == ChangeAction.REMOVE,
                "a feature is applied or removed and nothing else: " + name + " (legal: action: apply)");
        check(
                kind != DefinitionKind.FEATURE || (!shadow && onChange == null),
                "a feature has neither shadow nor on-change: " + name);
        check(
                kind != DefinitionKind.MODEL || (action == ChangeAction.APPLY && !shadow && onChange == null),
                "a model is changed by applying a deployment, which names its shadows: " + name);
        check(
                !shadow || action == ChangeAction.APPLY || action == ChangeAction.REMOVE,
                "shadow stands with apply or remove: " + name);
    }

    /** Whether this change gives a new version. */
    public boolean givesVersion() {
        return action == ChangeAction.APPLY || action == ChangeAction.SET;
    }

    /** The same change at a place of the log. */
    public Change withNumber(long newNumber) {
        return new Change(
                newNumber, effectiveMillis, kind, action, name, version, shadow, onChange, parameters, definition);
    }

    private static void check(boolean holds, String problem) {
        if (!holds) {
            throw new IllegalArgumentException(problem);
        }
    }
}
