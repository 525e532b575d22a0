package io.heed.triggers.play;

import io.heed.triggers.signal.SignalKind;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What to do about a signal, as a workspace declares it; expressions are still text.
 *
 * @param cause the trouble that it answers; a customer has one open case for each cause
 * @param signal the pattern's or model's name
 * @param stages the signal's stages by name
 * @param when the condition, "" for every signal
 * @param profiling whether it needs the customer's consent to profiling
 * @param reasons the reasons it may give; the first that holds is given
 * @param message the text for the customer, null where the action has none
 * @param evidence the fields of each stage's events that the trigger carries
 */
public record Play(
        String name,
        int version,
        String description,
        String cause,
        SignalKind signalKind,
        String signal,
        Map<String, StageShape> stages,
        String when,
        boolean profiling,
        Action action,
        Worth worth,
        long coolDownMillis,
        long expiresMillis,
        Urgency urgency,
        List<ReasonRule> reasons,
        @Nullable MessageTemplate message,
        Map<String, List<String>> evidence,
        List<ChangeRule> changes)
        implements Serializable {
    /** Copies the collections and checks what a single play can be checked for. */
    public Play {
        stages = new TreeMap<>(stages);
        reasons = List.copyOf(reasons);
        evidence = new TreeMap<>(evidence);
        changes = List.copyOf(changes);
        check(expiresMillis > 0, "expires is not above 0 (legal: expires: 7d)");
        check(version > 0, "version is not above 0: " + version);
        check(
                message != null || !action.reachesCustomer(),
                "message is missing though the action reaches the customer (legal: message: {template: bill-explained})");
    }

    private static void check(boolean holds, String problem) {
        if (!holds) {
            throw new IllegalArgumentException(problem);
        }
    }
}
