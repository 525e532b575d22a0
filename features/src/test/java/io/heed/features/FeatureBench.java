package io.heed.features;

import io.heed.events.CareEvent;
import io.heed.events.catalogue.DefinitionFile;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.catalogue.Workspace;
import io.heed.events.change.Change;
import io.heed.events.change.ChangeAction;
import io.heed.events.change.DefinitionHistory;
import io.heed.events.change.DefinitionKind;
import io.heed.events.change.OnChange;
import io.heed.events.timeline.Agenda;
import io.heed.events.timeline.Deadline;
import io.heed.events.timeline.SharedHistory;
import io.heed.events.timeline.StageAgenda;
import io.heed.events.yaml.InvalidDefinitionsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A feature stage with state, agenda and a clock, fed by hand. */
final class FeatureBench {
    private final EventCatalogue catalogue;
    private final ReopenedState state = new ReopenedState();
    private final Agenda agenda = new Agenda(state);
    private final StageAgenda stageAgenda = agenda.of("features");
    private final SharedHistory shared;
    private final List<Change> changes = new ArrayList<>();
    private DefinitionHistory<FeatureDefinition> history;
    private FeatureStage stage;
    private @Nullable FeatureExplainer explainer;
    private long events;

    FeatureBench(EventCatalogue catalogue, FeatureDefinitions features, SharedHistory shared) {
        this.catalogue = catalogue;
        this.shared = shared;
        this.history = features.history();
        this.stage = new FeatureStage(state, stageAgenda, history, catalogue, shared);
    }

    /** A bench of one file of event types and one of features. */
    static FeatureBench of(String eventTypes, String features) {
        Workspace workspace = workspace(eventTypes, features);
        EventCatalogue catalogue = EventCatalogue.load(workspace);
        return new FeatureBench(catalogue, FeatureDefinitions.load(workspace, catalogue), SharedHistory.EMPTY);
    }

    static FeatureDefinitions definitions(String eventTypes, String features) {
        Workspace workspace = workspace(eventTypes, features);
        return FeatureDefinitions.load(workspace, EventCatalogue.load(workspace));
    }

    static Workspace workspace(String eventTypes, String features) {
        return folder -> switch (folder) {
            case "events/definitions" -> List.of(new DefinitionFile("events.yaml", eventTypes));
            case "features/definitions" -> List.of(new DefinitionFile("features.yaml", features));
            default -> List.of();
        };
    }

    /** Goes on with other definitions over the same state, as after an upgrade. */
    void restartWith(String eventTypes, String features) {
        restartWith(FeatureDefinitions.load(workspace(eventTypes, features), catalogue));
    }

    void restartWith(FeatureDefinitions features) {
        history = features.history();
        stage = new FeatureStage(state, stageAgenda, history, catalogue, shared);
    }

    /**
     * Goes on as after a savepoint that was taken when everything up to a time was handled.
     *
     * @return the features that there are in the end, by the workspace and the changes
     */
    Set<String> resumeWith(String features, long untilMillis) {
        SortedMap<String, Long> ranSince = stage.runningSince(untilMillis);
        List<Change> made = List.copyOf(changes);
        changes.clear();
        restartWith(FeatureDefinitions.load(FeatureBench.workspace("", features), catalogue));
        made.forEach(this::change);
        stage.resume(ranSince, untilMillis);
        return new TreeSet<>(history.last().names());
    }

    /** Goes on from a savepoint of a version that did not note since when features are there. */
    void resumeWithoutNotes(long untilMillis) {
        stage.resume(new TreeMap<>(), untilMillis);
    }

    /** Adds features or puts others in their place from a time on. */
    void apply(String yaml, long atMillis) {
        DefinitionFile file = new DefinitionFile("change.yaml", yaml);
        for (FeatureDefinition feature :
                FeatureDefinitions.of(history.at(atMillis)).read(file, catalogue)) {
            change(change(ChangeAction.APPLY, feature.name(), atMillis, yaml));
        }
    }

    void remove(String feature, long atMillis) {
        change(change(ChangeAction.REMOVE, feature, atMillis, ""));
    }

    private Change change(ChangeAction action, String name, long atMillis, String yaml) {
        int number = changes.size() + 1;
        return new Change(
                number, atMillis, DefinitionKind.FEATURE, action, name, number, false, null, new TreeMap<>(), yaml);
    }

    /** Takes a change in as a job does: what no longer fits the workspace does nothing. */
    private void change(Change change) {
        changes.add(change);
        FeatureDefinition given = readableOrNull(change);
        boolean isRemoval = change.action() == ChangeAction.REMOVE && isThereAndUnread(change);
        if (given != null || isRemoval) {
            history.apply(change, given, OnChange.DROP);
            stage.follow(history);
        }
    }

    private @Nullable FeatureDefinition readableOrNull(Change change) {
        if (change.action() != ChangeAction.APPLY) {
            return null;
        }
        try {
            DefinitionFile file = new DefinitionFile("change.yaml", change.definition());
            return FeatureDefinitions.of(history.at(change.effectiveMillis())).read(file, change.name(), catalogue);
        } catch (InvalidDefinitionsException readsWhatIsGone) {
            return null;
        }
    }

    private boolean isThereAndUnread(Change change) {
        FeatureDefinitions before = FeatureDefinitions.of(history.at(change.effectiveMillis()));
        return before.find(change.name()) != null
                && before.readersOf(change.name()).isEmpty()
                && history.lineups().tailMap(change.effectiveMillis()).values().stream()
                        .allMatch(later -> FeatureDefinitions.of(later)
                                .readersOf(change.name())
                                .isEmpty());
    }

    Completeness completeness(String feature, long timeMillis) {
        return Objects.requireNonNull(stage.completeness(timeMillis).get(feature));
    }

    /** Has all features explained at an instant, once it is reached. */
    void explain(long timeMillis, Consumer<Explanation> given) {
        explainer = new FeatureExplainer(catalogue, shared, timeMillis, List.of(), given);
        stage.watchedBy(explainer);
    }

    void reach(long timeMillis) {
        Objects.requireNonNull(explainer).reach(timeMillis);
    }

    /** An event of a type with fields by name. */
    CareEvent event(String type, long timeMillis, Map<String, ?> fields) {
        return event(type, timeMillis, timeMillis, fields);
    }

    CareEvent event(String type, long timeMillis, long arrivedMillis, Map<String, ?> fields) {
        @Nullable Object[] row = new Object[catalogue.require(type).fields().size()];
        fields.forEach((name, value) -> row[catalogue.require(type).indexOf(name)] = value);
        return new CareEvent(
                catalogue.require(type), "e" + events++, "test", "c", timeMillis, arrivedMillis, events, row);
    }

    /** Observes an event of a type. */
    void observe(String type, long timeMillis, Map<String, ?> fields) {
        observe(event(type, timeMillis, fields));
    }

    void observe(CareEvent event) {
        stage.observe(event);
    }

    void observe(CareEvent event, long nowMillis) {
        stage.observe(event, nowMillis);
    }

    double value(String feature, long timeMillis) {
        return stage.at(timeMillis, null).value(feature);
    }

    FeatureView at(long timeMillis, @Nullable CareEvent event) {
        return stage.at(timeMillis, event);
    }

    /** Handles all deadlines that are due; how many there were. */
    int handleDue(long timeMillis) {
        int handled = 0;
        for (Deadline due = agenda.pollDue(timeMillis); due != null; due = agenda.pollDue(timeMillis)) {
            stage.onDue(due.timeMillis(), due.name());
            handled++;
        }
        return handled;
    }

    void clear() {
        stage.clear();
    }

    void turnTo(String customer) {
        state.turnTo(customer);
    }

    /** How many bytes are kept, the agenda included. */
    long bytes() {
        return state.bytes("");
    }
}
