package io.heed.patterns;

import io.heed.events.CareEvent;
import io.heed.events.catalogue.DefinitionFile;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.state.MemoryStateStore;
import io.heed.events.timeline.Agenda;
import io.heed.events.timeline.Deadline;
import io.heed.patterns.definition.PatternDefinitions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A stage on a timeline of its own: deadlines first, then the event, as a job does it. Every value goes through bytes. */
public final class PatternHarness {
    private final MemoryStateStore store = new MemoryStateStore();
    private final Agenda agenda = new Agenda(store);
    private final PatternStage stage;
    private final Map<String, Double> features = new HashMap<>();
    private final List<PatternMatch> matches = new ArrayList<>();

    private PatternHarness(PatternDefinitions definitions, EventCatalogue catalogue, Collection<String> features) {
        this.stage = new PatternStage(store, agenda.of("patterns"), definitions, catalogue, features);
    }

    /** A harness for patterns over letters, with two features x and y. */
    public static PatternHarness ofLetters(String yaml) {
        List<String> features = List.of("x", "y");
        DefinitionFile file = new DefinitionFile("test.yaml", yaml);
        return new PatternHarness(
                PatternDefinitions.read(List.of(file), LetterEvents.CATALOGUE, features),
                LetterEvents.CATALOGUE,
                features);
    }

    /** A harness for given patterns. */
    public static PatternHarness of(
            PatternDefinitions definitions, EventCatalogue catalogue, Collection<String> features) {
        return new PatternHarness(definitions, catalogue, features);
    }

    /** Sets a feature from now on. */
    public PatternHarness feature(String name, double value) {
        features.put(name, value);
        return this;
    }

    /** Forgets a feature. */
    public PatternHarness noFeature(String name) {
        features.remove(name);
        return this;
    }

    /** Turns to another customer. */
    public PatternHarness customer(String customer) {
        store.turnTo(customer);
        return this;
    }

    /** Handles what is due, then the event. */
    public PatternHarness feed(CareEvent event) {
        until(event.dueMillis());
        matches.addAll(stage.onEvent(event, view(event.dueMillis())));
        return this;
    }

    /** Handles what is due up to a time, that time included. */
    public PatternHarness until(long timeMillis) {
        for (Deadline due = agenda.pollDue(timeMillis); due != null; due = agenda.pollDue(timeMillis)) {
            long at = due.timeMillis();
            matches.addAll(stage.onDue(at, due.name(), anchor -> view(at)));
        }
        return this;
    }

    /** All matches so far, those of the customers in the order found. */
    public List<PatternMatch> matches() {
        return matches;
    }

    /** The matches as {@code time a=1 b=2,3}, in the order found. */
    public List<String> found() {
        return matches.stream().map(PatternHarness::describe).toList();
    }

    /** The stage. */
    public PatternStage stage() {
        return stage;
    }

    /** The agenda. */
    public Agenda agenda() {
        return agenda;
    }

    /** How many bytes the first customer's state takes. */
    public long bytes() {
        return store.bytesOf("");
    }

    private Features view(long timeMillis) {
        return new Features(timeMillis, Map.copyOf(features));
    }

    private static String describe(PatternMatch match) {
        return match.timeMillis() + " " + describe(match.stages());
    }

    /** Stages with their events' ids, those without events left out. */
    public static String describe(Map<String, List<CareEvent>> stages) {
        return stages.entrySet().stream()
                .filter(stage -> !stage.getValue().isEmpty())
                .map(stage -> stage.getKey() + "="
                        + stage.getValue().stream().map(CareEvent::id).collect(Collectors.joining(",")))
                .collect(Collectors.joining(" "));
    }
}
