package io.heed.patterns.condition;

import io.heed.events.CareEvent;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.expression.Expression;
import io.heed.events.expression.ExpressionCompiler;
import io.heed.events.expression.Fields;
import io.heed.events.expression.ValueType;
import io.heed.patterns.definition.ConditionScopes;
import io.heed.patterns.definition.EventTest;
import io.heed.patterns.definition.Parameter;
import io.heed.patterns.definition.PatternDefinition;
import io.heed.patterns.definition.StageDefinition;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The compiled conditions of one pattern. */
public final class PatternTests {
    private final Map<String, StageTest> stages = new HashMap<>();
    private final Map<String, StageTest> untils = new HashMap<>();
    private final Set<String> featuresRead;
    private final WindowTest window;
    private final Map<String, Long> stepMillis = new HashMap<>();
    private final @Nullable StageTest onlyStart;
    private final Set<String> startTypes = new TreeSet<>();

    /** Compiles the conditions of a pattern that was checked when it was loaded. */
    public PatternTests(
            PatternDefinition definition, EventCatalogue catalogue, ConditionScopes scopes, Surroundings surroundings) {
        this.window = WindowTest.of(definition, catalogue);
        this.featuresRead = new TreeSet<>(definition.evidence());
        Fields parameters = values(definition.parameters().values());
        Map<String, StageDefinition> earlier = new LinkedHashMap<>();
        for (StageDefinition stage : definition.stages()) {
            List<StageDefinition> before = List.copyOf(earlier.values());
            Map<String, StageDefinition> seen = Map.copyOf(earlier);
            Expression where = compile(
                    stage.accepts(),
                    () -> scopes.ofStage(before, stage, definition.parameters().values()));
            stages.put(stage.name(), test(stage.name(), stage.accepts(), where, seen, parameters, surroundings));
            earlier.put(stage.name(), stage);
            stepMillis.put(stage.name(), stage.withinMillis());
            EventTest until = stage.until();
            if (until != null) {
                Expression ends = compile(
                        until,
                        () -> scopes.ofUntil(
                                before, stage, until, definition.parameters().values()));
                untils.put(stage.name(), test("until", until, ends, Map.copyOf(earlier), parameters, surroundings));
            }
        }
        this.onlyStart = findStart(definition);
    }

    /** The test of a stage. */
    public StageTest stage(String name) {
        return found(stages, name);
    }

    /** The test of what ends a stage's repetition. */
    public StageTest until(String name) {
        return found(untils, name);
    }

    /** Whether an event may begin a match; true where that cannot be told without running the pattern. */
    public boolean mayStart(CareEvent event) {
        return onlyStart == null ? startTypes.contains(event.type().name()) : onlyStart.fits(event, MatchSoFar.NOTHING);
    }

    /** How long after its first event's own time a match stays open, in milliseconds; 0 for ever. */
    public long openMillis() {
        return window.openMillis();
    }

    /** How long after the event before it a stage's event may come, in milliseconds; 0 where only the whole counts. */
    public long stepMillis(String stage) {
        return stepMillis.getOrDefault(stage, 0L);
    }

    /** The features that are recorded with a match. */
    public Set<String> featuresRead() {
        return featuresRead;
    }

    /** The test of the first stage, or null where a later stage may begin a match since those before are optional. */
    private @Nullable StageTest findStart(PatternDefinition definition) {
        for (StageDefinition stage : definition.stages()) {
            startTypes.addAll(stage.types());
            if (!stage.optional() && !stage.isAbsence()) {
                break;
            }
        }
        StageDefinition first = definition.stages().get(0);
        return first.optional() || first.until() != null ? null : stage(first.name());
    }

    private StageTest test(
            String eventName,
            EventTest test,
            @Nullable Expression where,
            Map<String, StageDefinition> earlier,
            Fields parameters,
            Surroundings surroundings) {
        return new StageTest(eventName, Set.copyOf(test.types()), where, window, earlier, parameters, surroundings);
    }

    private @Nullable Expression compile(EventTest test, Supplier<ExpressionCompiler> compiler) {
        String where = test.where();
        if (where == null) {
            return null;
        }
        Expression compiled = compiler.get().compile(where, ValueType.CONDITION);
        featuresRead.addAll(compiled.fieldsRead("features"));
        return compiled;
    }

    private static Fields values(Iterable<Parameter> parameters) {
        Map<String, Object> values = new HashMap<>();
        for (Parameter parameter : parameters) {
            values.put(
                    parameter.name(),
                    parameter.type() == Parameter.Type.DURATION
                            ? Duration.ofMillis((long) parameter.value())
                            : (Object) parameter.value());
        }
        return values::get;
    }

    private static StageTest found(Map<String, StageTest> tests, String stage) {
        StageTest test = tests.get(stage);
        if (test == null) {
            throw new IllegalArgumentException("stage has no such test: " + stage);
        }
        return test;
    }
}
