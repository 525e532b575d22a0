package io.heed.triggers.play;

import io.heed.events.EventType;
import io.heed.events.Field;
import io.heed.events.FieldType;
import io.heed.events.PersonalData;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.expression.ExpressionCompiler;
import io.heed.events.expression.Scope;
import io.heed.triggers.signal.Score;
import io.heed.triggers.signal.SignalKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names that the expressions of one play may read, and compilers for them. */
final class PlayScope {
    /** Names that no stage may have. */
    static final Set<String> RESERVED =
            Set.of(SignalBindings.FEATURES, SignalBindings.PREDICTION, SignalBindings.PROFILE, SignalBindings.EVENT);

    private final Scope scope;
    private final EventCatalogue catalogue;
    private final Map<List<String>, ExpressionCompiler> compilers = new HashMap<>();

    PlayScope(SignalKind kind, Map<String, StageShape> stages, Collection<String> features, EventCatalogue catalogue) {
        this.catalogue = catalogue;
        Scope names = Scope.empty()
                .withNumbers(SignalBindings.FEATURES, features)
                .withFields(SignalBindings.PROFILE, profileFields(catalogue));
        if (kind == SignalKind.MODEL) {
            names = names.withFields(SignalBindings.PREDICTION, Score.FIELDS);
        }
        for (Map.Entry<String, StageShape> stage : stages.entrySet()) {
            List<EventType> types = types(stage.getValue().types());
            names = stage.getValue().repeated()
                    ? names.withEvents(stage.getKey(), types)
                    : names.withEvent(stage.getKey(), types);
        }
        this.scope = names;
    }

    /** A compiler for what is known when the signal comes. */
    ExpressionCompiler compiler() {
        return compilers.computeIfAbsent(List.of(), none -> new ExpressionCompiler(scope));
    }

    /** A compiler that knows a later event of some types too. */
    ExpressionCompiler compiler(List<String> eventTypes) {
        return compilers.computeIfAbsent(
                eventTypes, names -> new ExpressionCompiler(scope.withEvent(SignalBindings.EVENT, types(names))));
    }

    private List<EventType> types(List<String> names) {
        List<EventType> types = new ArrayList<>();
        names.forEach(name -> types.add(catalogue.require(name)));
        return types;
    }

    private static Map<String, FieldType> profileFields(EventCatalogue catalogue) {
        Map<String, FieldType> fields = new HashMap<>();
        for (Field field : catalogue.require("customer.profile").fields()) {
            if (field.personal() == PersonalData.NONE) {
                fields.put(field.name(), field.type());
            }
        }
        return fields;
    }
}
