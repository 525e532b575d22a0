package io.heed.patterns.definition;

import io.heed.events.EventType;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.expression.ExpressionCompiler;
import io.heed.events.expression.Scope;
import java.util.Collection;
import java.util.List;

/** What the conditions of patterns may read: earlier stages, the event itself, features and parameters. */
public final class ConditionScopes {
    private final EventCatalogue catalogue;
    private final Collection<String> features;

    /**
     * Scopes over a catalogue.
     *
     * @param features the names of all features
     */
    public ConditionScopes(EventCatalogue catalogue, Collection<String> features) {
        this.catalogue = catalogue;
        this.features = List.copyOf(features);
    }

    /** A compiler for the condition of a stage, which sees its own event under the stage's name. */
    public ExpressionCompiler ofStage(
            List<StageDefinition> earlier, StageDefinition stage, Collection<Parameter> parameters) {
        return new ExpressionCompiler(earlier(earlier, parameters).withEvent(stage.name(), typesOf(stage.accepts())));
    }

    /** A compiler for a stage's until, which sees its event as {@code until} and the stage as a list. */
    public ExpressionCompiler ofUntil(
            List<StageDefinition> earlier, StageDefinition stage, EventTest until, Collection<Parameter> parameters) {
        return new ExpressionCompiler(earlier(earlier, parameters)
                .withEvents(stage.name(), typesOf(stage.accepts()))
                .withEvent("until", typesOf(until)));
    }

    private Scope earlier(List<StageDefinition> earlier, Collection<Parameter> parameters) {
        Scope scope = Scope.empty()
                .withNumbers("features", features)
                .withParameters(
                        "parameters",
                        names(parameters, Parameter.Type.NUMBER),
                        names(parameters, Parameter.Type.DURATION));
        for (StageDefinition stage : earlier) {
            if (!stage.isAbsence()) {
                List<EventType> types = typesOf(stage.accepts());
                scope = stage.isRepeated()
                        ? scope.withEvents(stage.name(), types)
                        : scope.withEvent(stage.name(), types);
            }
        }
        return scope;
    }

    private List<EventType> typesOf(EventTest test) {
        return test.types().stream().map(catalogue::require).toList();
    }

    private static List<String> names(Collection<Parameter> parameters, Parameter.Type type) {
        return parameters.stream()
                .filter(parameter -> parameter.type() == type)
                .map(Parameter::name)
                .toList();
    }
}
