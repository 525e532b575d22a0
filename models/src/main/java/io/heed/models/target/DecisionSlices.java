package io.heed.models.target;

import io.heed.events.CareEvent;
import io.heed.events.EventType;
import io.heed.events.expression.Expression;
import io.heed.events.expression.ExpressionCompiler;
import io.heed.events.expression.Fields;
import io.heed.events.expression.Scope;
import io.heed.events.expression.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Works out by which slices a decision is told apart from others; not serializable, compile it where it runs. */
public final class DecisionSlices {
    private final List<Expression> slices;

    /**
     * The slices of a target.
     *
     * @param decision the type of its decision event
     * @param features the names of the declared features
     */
    public DecisionSlices(Target target, EventType decision, Set<String> features) {
        ExpressionCompiler compiler = new ExpressionCompiler(scope(decision, features));
        this.slices = target.slices().values().stream()
                .map(text -> compiler.compile(text, ValueType.VALUE))
                .toList();
    }

    /** What a slice may read. */
    static Scope scope(EventType decision, Set<String> features) {
        return Scope.empty().withEvent("event", List.of(decision)).withNumbers("features", features);
    }

    /** The slices of a decision in the order of the target's, {@code ""} where something that one reads is absent. */
    public List<String> of(CareEvent decision, Fields features) {
        List<String> values = new ArrayList<>(slices.size());
        for (Expression slice : slices) {
            Object value = slice.evaluate(name -> name.equals("event") ? decision : features);
            values.add(value == null ? "" : value.toString());
        }
        return values;
    }
}
