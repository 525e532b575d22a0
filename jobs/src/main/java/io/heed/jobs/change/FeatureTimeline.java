package io.heed.jobs.change;

import io.heed.events.catalogue.DefinitionFile;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.change.Change;
import io.heed.events.change.ChangeAction;
import io.heed.events.change.DefinitionHistory;
import io.heed.events.change.Lineup;
import io.heed.events.change.OnChange;
import io.heed.events.change.Running;
import io.heed.features.FeatureDefinition;
import io.heed.features.FeatureDefinitions;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which features there are from when on. A feature that somebody reads is neither changed in place nor taken away. */
final class FeatureTimeline {
    private final EventCatalogue catalogue;
    private final DefinitionHistory<FeatureDefinition> history;
    private final Map<String, Integer> passedOver = new HashMap<>();

    /** Who reads a feature at or after a time. */
    interface Readers {
        Collection<String> of(String feature, long fromMillis);
    }

    FeatureTimeline(FeatureDefinitions declared, EventCatalogue catalogue) {
        this.catalogue = catalogue;
        this.history = declared.history();
    }

    DefinitionHistory<FeatureDefinition> history() {
        return history;
    }

    FeatureDefinitions at(long timeMillis) {
        return FeatureDefinitions.of(history.at(timeMillis));
    }

    /** The names of all features that there are at any time. */
    Collection<String> names() {
        Set<String> names = new TreeSet<>();
        history.lineups().values().forEach(lineup -> names.addAll(lineup.names()));
        return names;
    }

    /** The highest version of a name so far, 0 where there is none but what the workspace declares. */
    int highestVersion(String name) {
        return Math.max(history.highestVersion(name), passedOver.getOrDefault(name, 0));
    }

    /**
     * Takes in a change that is new.
     *
     * @return false where the feature is in force just as the change says
     */
    boolean apply(Change change, Readers readers) {
        long at = change.effectiveMillis();
        Running<FeatureDefinition> running = history.at(at).inForce(change.name());
        FeatureDefinition before = running == null ? null : running.definition();
        FeatureDefinition given = given(change);
        if (given != null && before != null && given.isSaidAs(before)) {
            passedOver.merge(change.name(), change.version(), Math::max);
            return false;
        }
        if (before != null && !before.equals(given)) {
            refuseIfRead(change, readers.of(change.name(), at));
        }
        if (given != null) {
            given.readsFeatures().forEach(read -> requireUnchangedFrom(at, read));
        }
        return history.apply(change, given, OnChange.DROP);
    }

    /**
     * Takes in a change that was accepted before, maybe beside another workspace. Where that has readers of the feature
     * now, what it declares stands.
     *
     * @param readers the readers of a feature but for models, which say themselves what they were trained on
     */
    boolean adopt(Change change, Readers readers) {
        long at = change.effectiveMillis();
        Running<FeatureDefinition> before = history.at(at).inForce(change.name());
        FeatureDefinition given = given(change);
        boolean isGone = given == null && before == null;
        boolean isHeld = before != null
                && !before.definition().equals(given)
                && !readers.of(change.name(), at).isEmpty();
        return !isGone && !isHeld && history.apply(change, given, OnChange.DROP);
    }

    private void refuseIfRead(Change change, Collection<String> readers) {
        if (readers.isEmpty()) {
            return;
        }
        String read = change.name() + " is read by " + String.join(", ", readers);
        throw new IllegalArgumentException(
                change.action() == ChangeAction.REMOVE
                        ? "feature cannot be removed: " + read + " (legal: remove or change these first)"
                        : "feature cannot be changed in place: " + read + " (legal: apply it under a new name, such as "
                                + nextName(change.name()) + ")");
    }

    /** Refuses what reads a feature from a time on that is changed or removed later. */
    void requireUnchangedFrom(long fromMillis, String feature) {
        Running<FeatureDefinition> first = history.at(fromMillis).inForce(feature);
        for (Map.Entry<Long, Lineup<FeatureDefinition>> later :
                history.lineups().tailMap(fromMillis, false).entrySet()) {
            Running<FeatureDefinition> then = later.getValue().inForce(feature);
            if (first != null && (then == null || !then.definition().equals(first.definition()))) {
                throw new IllegalArgumentException("the feature " + feature + " changes at "
                        + Instant.ofEpochMilli(later.getKey()) + ", and both belong together (legal: at or after that"
                        + " time)");
            }
        }
    }

    private @Nullable FeatureDefinition given(Change change) {
        DefinitionFile file = new DefinitionFile("change " + change.number(), change.definition());
        return change.action() == ChangeAction.APPLY
                ? at(change.effectiveMillis()).read(file, change.name(), catalogue)
                : null;
    }

    /** The next free name beside one: calls_7d_2 after calls_7d, calls_7d_3 after that. */
    private String nextName(String name) {
        Collection<String> taken = names();
        int number = 2;
        while (taken.contains(name + "_" + number)) {
            number++;
        }
        return name + "_" + number;
    }
}
