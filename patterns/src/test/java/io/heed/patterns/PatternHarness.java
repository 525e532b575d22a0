package io.heed.patterns;

import io.heed.events.CareEvent;
import io.heed.events.catalogue.DefinitionFile;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.change.Change;
import io.heed.events.change.ChangeAction;
import io.heed.events.change.DefinitionHistory;
import io.heed.events.change.DefinitionKind;
import io.heed.events.change.OnChange;
import io.heed.events.state.MemoryStateStore;
import io.heed.events.timeline.Agenda;
import io.heed.events.timeline.Deadline;
import io.heed.patterns.definition.PatternDefinition;
import io.heed.patterns.definition.PatternDefinitions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A stage on a timeline of its own: deadlines first, then the event, as a job does it. Every value goes through bytes. */
public final class PatternHarness {
    private final MemoryStateStore store = new MemoryStateStore();
    private final Agenda agenda = new Agenda(store);
    private final PatternStage stage;
    private final DefinitionHistory<PatternDefinition> history;
    private final Map<String, Long> counts = new TreeMap<>();
    private long changes;
    private final Map<String, Double> features = new HashMap<>();
    private final List<PatternMatch> matches = new ArrayList<>();

    private PatternHarness(PatternDefinitions definitions, EventCatalogue catalogue, Collection<String> features) {
        this.history = definitions.history(catalogue);
        this.stage = new PatternStage(
                store,
                agenda.of("patterns"),
                history,
                catalogue,
                features,
                (key, figure, more) -> counts.merge(figure.code() + " " + key, more, Long::sum));
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

    /** Puts the one pattern of a file in place from a time on. */
    public PatternHarness apply(long atMillis, String yaml, OnChange onChange) {
        return apply(atMillis, yaml, onChange, false);
    }

    /** Puts the one pattern of a file in place as a shadow from a time on. */
    public PatternHarness shadow(long atMillis, String yaml) {
        return apply(atMillis, yaml, OnChange.DROP, true);
    }

    private PatternHarness apply(long atMillis, String yaml, OnChange onChange, boolean shadow) {
        PatternDefinition definition = PatternDefinitions.read(
                        List.of(new DefinitionFile("change.yaml", yaml)), LetterEvents.CATALOGUE, List.of("x", "y"))
                .all()
                .iterator()
                .next();
        Change change = new Change(
                ++changes,
                atMillis,
                DefinitionKind.PATTERN,
                ChangeAction.APPLY,
                definition.name(),
                definition.version(),
                shadow,
                onChange,
                new TreeMap<>(),
                yaml);
        history.apply(change, definition, onChange);
        stage.follow(history);
        return this;
    }

    /** Pauses, resumes, promotes or removes a pattern from a time on. */
    public PatternHarness change(long atMillis, ChangeAction action, String name, OnChange onChange) {
        Change change = new Change(
                ++changes,
                atMillis,
                DefinitionKind.PATTERN,
                action,
                name,
                history.highestVersion(name),
                false,
                onChange,
                new TreeMap<>(),
                "");
        history.apply(change, null, onChange);
        stage.follow(history);
        return this;
    }

    /** Handles what is due up to a time, that time included. */
    public PatternHarness until(long timeMillis) {
        for (long replay = stage.nextReplayMillis(timeMillis);
                replay <= timeMillis && replay != Long.MAX_VALUE;
                replay = stage.nextReplayMillis(timeMillis)) {
            long at = replay;
            work(at - 1);
            matches.addAll(stage.replay(at, anchor -> view(at)));
        }
        return work(timeMillis);
    }

    private PatternHarness work(long timeMillis) {
        for (Deadline due = agenda.pollDue(timeMillis); due != null; due = agenda.pollDue(timeMillis)) {
            long at = due.timeMillis();
            matches.addAll(stage.onDue(at, anchor -> view(at)));
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

    /** A count of the stage, such as {@code open pair@1}. */
    public long count(String what) {
        return counts.getOrDefault(what, 0L);
    }

    /** The matches with their versions and modes, as {@code pair@2 shadow 6 first=a second=b}. */
    public List<String> foundByVersion() {
        return matches.stream()
                .map(match -> match.key() + " " + match.mode().code() + " " + describe(match))
                .toList();
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
