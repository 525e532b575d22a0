package io.heed.patterns.definition;

import io.heed.events.EventType;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.change.OnChange;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A pattern as its author wrote it, checked.
 *
 * @param version raised by the author with every change; open matches belong to one version
 * @param within how long after its first event a match may last
 * @param among event types that count for {@code next} and {@code not-next} beside those of the stages
 * @param evidence features recorded with a match beside those that its conditions read
 * @param openLimit how many open matches a customer may have before the oldest is dropped
 * @param keepEvents how many of a customer's latest events are kept, so that they can run through a later version
 */
public record PatternDefinition(
        String name,
        int version,
        String description,
        Window within,
        List<StageDefinition> stages,
        AfterMatch afterMatch,
        SortedMap<String, Parameter> parameters,
        OnChange onChange,
        List<String> among,
        List<String> evidence,
        int openLimit,
        int keepEvents)
        implements Serializable {
    /** The limit of open matches where none is declared. */
    public static final int DEFAULT_OPEN_LIMIT = 1_000;
    /** How many events are kept where the definition says that a change replays and not how many. */
    public static final int DEFAULT_KEEP_EVENTS = 100;

    private static final int MOST_KEPT_EVENTS = 10_000;

    /** Checks the name, the version, the limit and how the stages fit together. */
    public PatternDefinition {
        stages = List.copyOf(stages);
        among = List.copyOf(among);
        evidence = List.copyOf(evidence);
        parameters = new TreeMap<>(parameters);
        check(name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*"), "a pattern's name is not kebab-case: " + name);
        check(version >= 1, "version is not a whole number from 1: " + version);
        check(openLimit >= 1, "open-limit is not a whole number from 1: " + openLimit);
        check(
                keepEvents >= 0 && keepEvents <= MOST_KEPT_EVENTS,
                "keep-events is not a whole number from 0 to " + MOST_KEPT_EVENTS + ": " + keepEvents);
        StageOrder.check(name, stages, within);
        StageOrder.checkStepWindows(stages, windowMillis(within, parameters));
    }

    /** Name and version, such as {@code unused-addon@2}; open matches are kept under it. */
    public String key() {
        return name + "@" + version;
    }

    /** The window in milliseconds, or 0 where there is none. */
    public long windowMillis() {
        return windowMillis(within, parameters);
    }

    private static long windowMillis(Window within, SortedMap<String, Parameter> parameters) {
        if (within.parameter().isEmpty()) {
            return within.millis();
        }
        Parameter parameter = parameters.get(within.parameter());
        return parameter == null ? 0 : (long) parameter.value();
    }

    /** How much later than it happened an event that the pattern reads may come, by its type's usual delay. */
    public long usualDelayMillis(EventCatalogue catalogue) {
        return types().stream()
                .map(catalogue::require)
                .mapToLong(EventType::usualDelayMillis)
                .max()
                .orElse(0);
    }

    /** How long a match can be open, the usual delay included; 0 for ever, or not at all where it is of one event. */
    public long openMillis(EventCatalogue catalogue) {
        long windowMillis = windowMillis();
        if (windowMillis > 0) {
            return windowMillis + usualDelayMillis(catalogue);
        }
        return stages.stream().mapToLong(StageDefinition::withinMillis).sum();
    }

    /** Every event type that the pattern reads. */
    public Set<String> types() {
        Set<String> types = new TreeSet<>(among);
        stages.forEach(stage -> types.addAll(stage.types()));
        return types;
    }

    /**
     * The same pattern with one parameter set to another value.
     *
     * @throws IllegalArgumentException if there is no such parameter or the value is out of its bounds
     */
    public PatternDefinition withParameter(String parameter, String value) {
        Parameter old = parameters.get(parameter);
        if (old == null) {
            throw new IllegalArgumentException("parameter is not declared by " + name + ": " + parameter + " (legal: "
                    + parameters.keySet() + ")");
        }
        SortedMap<String, Parameter> changed = new TreeMap<>(parameters);
        changed.put(parameter, old.withValue(value));
        return copy(name, version, changed, keepEvents);
    }

    /** The same pattern as another version. */
    public PatternDefinition withVersion(int newVersion) {
        return copy(name, newVersion, parameters, keepEvents);
    }

    /** The same pattern under another name. */
    public PatternDefinition withName(String newName) {
        return copy(newName, version, parameters, keepEvents);
    }

    /** The same pattern that keeps so many of a customer's latest events. */
    public PatternDefinition withKeepEvents(int newKeepEvents) {
        return copy(name, version, parameters, newKeepEvents);
    }

    private PatternDefinition copy(
            String newName, int newVersion, SortedMap<String, Parameter> newParameters, int newKeepEvents) {
        return new PatternDefinition(
                newName,
                newVersion,
                description,
                within,
                stages,
                afterMatch,
                newParameters,
                onChange,
                among,
                evidence,
                openLimit,
                newKeepEvents);
    }

    /** Whether any stage has a window of its own. */
    public boolean hasStepWindows() {
        return stages.stream().anyMatch(stage -> stage.withinMillis() > 0);
    }

    /** The stages without conditions: open matches of one structure make no sense to another. */
    public String structure() {
        List<String> parts = new ArrayList<>();
        for (StageDefinition stage : stages) {
            Repetition repetition = stage.repetition();
            parts.add(stage.name() + " " + stage.contiguity().key() + " " + repetition.text() + " "
                    + repetition.each().key() + (repetition.greedy() ? " greedy" : "")
                    + (stage.optional() ? " optional" : "") + (stage.until() == null ? "" : " until"));
        }
        return parts.stream().collect(Collectors.joining("; "));
    }

    private static void check(boolean holds, String problem) {
        if (!holds) {
            throw new IllegalArgumentException(problem);
        }
    }
}
