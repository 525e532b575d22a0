package io.heed.patterns.definition;

import io.heed.events.catalogue.DefinitionFile;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.change.OnChange;
import io.heed.events.yaml.Problems;
import io.heed.events.yaml.YamlFile;
import io.heed.events.yaml.YamlMapping;
import io.heed.events.yaml.YamlValue;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads patterns from YAML and notes whatever is wrong with them. */
final class DefinitionReader {
    private static final String PARAMETERS = "parameters.";

    private final Problems problems;
    private final EventTypesReader types;
    private final StagesReader stages;
    private final EventCatalogue catalogue;
    private final Set<String> features;
    private final SortedMap<String, PatternDefinition> patterns = new TreeMap<>();

    DefinitionReader(Problems problems, EventCatalogue catalogue, Collection<String> features) {
        this.problems = problems;
        this.catalogue = catalogue;
        this.features = new TreeSet<>(features);
        this.types = new EventTypesReader(catalogue);
        this.stages = new StagesReader(types, new ConditionScopes(catalogue, this.features));
    }

    SortedMap<String, PatternDefinition> patterns() {
        return patterns;
    }

    void read(DefinitionFile file) {
        YamlMapping top = YamlFile.read(file.name(), file.text(), problems);
        if (top == null) {
            return;
        }
        YamlValue all = top.require("patterns", "{unresolved-chat-then-call: {within: 24h, stages: [...]}}");
        YamlMapping byName = all == null ? null : all.mapping();
        if (byName != null) {
            byName.entries().forEach(this::read);
        }
        top.rejectUnknownKeys();
    }

    private void read(String name, YamlValue at) {
        YamlMapping body = at.mapping();
        if (body == null) {
            return;
        }
        PatternDefinition definition = problems.build(at.keyPosition(), () -> build(name, body));
        body.rejectUnknownKeys();
        if (definition != null && definition.hasStepWindows()) {
            refuseSlowTypes(definition, at);
        }
        if (definition != null && patterns.put(name, definition) != null) {
            problems.add(at.keyPosition(), "a pattern of this name stands twice: " + name);
        }
    }

    private void refuseSlowTypes(PatternDefinition definition, YamlValue at) {
        List<String> slow = definition.types().stream()
                .filter(type -> catalogue.require(type).isSlow())
                .toList();
        if (!slow.isEmpty()) {
            problems.add(
                    at.keyPosition(),
                    "a stage's within does not stand in a pattern with types that arrive late: " + slow
                            + " (legal: within for the whole pattern)");
        }
    }

    private @Nullable PatternDefinition build(String name, YamlMapping body) {
        int problemsBefore = problems.count();
        String description = body.requireText("description", "A chat closed unresolved, then a call within a day.");
        int version = body.wholeNumber("version", 1);
        int openLimit = body.wholeNumber("open-limit", PatternDefinition.DEFAULT_OPEN_LIMIT);
        SortedMap<String, Parameter> parameters = new ParametersReader(problems).read(body.find("parameters"));
        Window within = within(body.find("within"), parameters);
        YamlValue listed = body.require("stages", "[chat: {event: chat.closed}, call: {followed-by: call.started}]");
        List<StageDefinition> read = listed == null ? List.of() : stages.read(listed, parameters.values());
        AfterMatch afterMatch = afterMatch(body.find("after-match"), read);
        YamlValue change = body.find("on-change");
        OnChange onChange = change == null ? OnChange.DROP : change.choice(OnChange.class);
        int keepEvents = body.wholeNumber(
                "keep-events", onChange == OnChange.REPLAY ? PatternDefinition.DEFAULT_KEEP_EVENTS : 0);
        YamlValue among = body.find("among");
        List<String> alsoRead = among == null ? List.of() : types.read(among);
        List<String> evidence = evidence(body.find("evidence"));
        if (problems.count() > problemsBefore || onChange == null) {
            return null;
        }
        return new PatternDefinition(
                name,
                version,
                description,
                within,
                read,
                afterMatch,
                parameters,
                onChange,
                alsoRead,
                evidence,
                openLimit,
                keepEvents);
    }

    private Window within(@Nullable YamlValue value, SortedMap<String, Parameter> parameters) {
        if (value == null) {
            return Window.NONE;
        }
        String text = value.text();
        if (text.startsWith(PARAMETERS)) {
            String name = text.substring(PARAMETERS.length());
            Parameter parameter = parameters.get(name);
            if (parameter == null || parameter.type() != Parameter.Type.DURATION) {
                value.problem("within names no declared parameter of type duration: " + name + " (legal: parameters: {"
                        + name + ": {type: duration, default: 24h, min: 1h, max: 72h}})");
            } else if (parameter.min() <= 0) {
                value.problem("within names a parameter that may be 0: " + name + " (legal: min: 1h)");
            }
            return Window.ofParameter(name);
        }
        return new Window(value.durationAboveZeroMillis("24h"), "");
    }

    /** Either the plain name of a strategy or {@code {skip-to-last: stage}}. */
    private static AfterMatch afterMatch(@Nullable YamlValue value, List<StageDefinition> stages) {
        if (value == null) {
            return AfterMatch.NO_SKIP;
        }
        if (value.isMapping()) {
            return skipToStage(value, stages);
        }
        for (AfterMatch.Skip skip : AfterMatch.Skip.values()) {
            if (skip.key().equals(value.text()) && !skip.namesAStage()) {
                return new AfterMatch(skip, "");
            }
        }
        value.problem("after-match is no skip strategy: " + value.text() + legalSkips());
        return AfterMatch.NO_SKIP;
    }

    private static AfterMatch skipToStage(YamlValue value, List<StageDefinition> stages) {
        YamlMapping mapping = value.mapping();
        AfterMatch found = AfterMatch.NO_SKIP;
        if (mapping == null) {
            return found;
        }
        for (AfterMatch.Skip skip : AfterMatch.Skip.values()) {
            YamlValue stage = skip.namesAStage() ? mapping.find(skip.key()) : null;
            if (stage != null) {
                found = new AfterMatch(skip, stage.text());
                if (stages.stream().noneMatch(s -> s.name().equals(stage.text()) && !s.isAbsence())) {
                    stage.problem(skip.key() + " names no stage with an event: " + stage.text());
                }
            }
        }
        mapping.rejectUnknownKeys();
        if (found.equals(AfterMatch.NO_SKIP)) {
            value.problem("after-match names no skip strategy" + legalSkips());
        }
        return found;
    }

    private static String legalSkips() {
        return Arrays.stream(AfterMatch.Skip.values())
                .map(skip -> skip.namesAStage() ? "{" + skip.key() + ": call}" : skip.key())
                .collect(Collectors.joining(", ", " (legal: ", ")"));
    }

    private List<String> evidence(@Nullable YamlValue value) {
        if (value == null) {
            return List.of();
        }
        for (YamlValue item : value.list()) {
            if (!features.contains(item.text())) {
                item.problem("evidence names no declared feature: " + item.text());
            }
        }
        return value.texts();
    }
}
