package io.heed.features;

import io.heed.events.CareEvent;
import io.heed.events.catalogue.DefinitionFile;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.catalogue.Workspace;
import io.heed.events.timeline.Agenda;
import io.heed.events.timeline.Deadline;
import io.heed.events.timeline.SharedHistory;
import io.heed.events.timeline.StageAgenda;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A feature stage with state, agenda and a clock, fed by hand. */
final class FeatureBench {
    private final EventCatalogue catalogue;
    private final ReopenedState state = new ReopenedState();
    private final Agenda agenda = new Agenda(state);
    private final StageAgenda stageAgenda = agenda.of("features");
    private final SharedHistory shared;
    private FeatureStage stage;
    private long events;

    FeatureBench(EventCatalogue catalogue, FeatureDefinitions features, SharedHistory shared) {
        this.catalogue = catalogue;
        this.shared = shared;
        this.stage = new FeatureStage(state, stageAgenda, features, catalogue, shared);
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
        stage = new FeatureStage(state, stageAgenda, features, catalogue, shared);
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
