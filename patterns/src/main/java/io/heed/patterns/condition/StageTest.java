package io.heed.patterns.condition;

import io.heed.events.CareEvent;
import io.heed.events.expression.Bindings;
import io.heed.events.expression.Expression;
import io.heed.events.expression.Fields;
import io.heed.patterns.definition.StageDefinition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether an event fits a stage, given the match so far. Holds only while its pattern's surroundings do. */
public final class StageTest {
    private static final Fields NOTHING = field -> null;

    private final String eventName;
    private final Set<String> types;
    private final @Nullable Expression where;
    private final WindowTest window;
    private final Map<String, StageDefinition> earlier;
    private final Fields parameters;
    private final Surroundings surroundings;

    StageTest(
            String eventName,
            Set<String> types,
            @Nullable Expression where,
            WindowTest window,
            Map<String, StageDefinition> earlier,
            Fields parameters,
            Surroundings surroundings) {
        this.eventName = eventName;
        this.types = types;
        this.where = where;
        this.window = window;
        this.earlier = earlier;
        this.parameters = parameters;
        this.surroundings = surroundings;
    }

    /** Whether an event fits. */
    public boolean fits(CareEvent event, MatchSoFar soFar) {
        return types.contains(event.type().name())
                && window.fits(event, soFar)
                && (where == null || where.holds(bindings(event, soFar)));
    }

    private Bindings bindings(CareEvent event, MatchSoFar soFar) {
        return name -> {
            if (name.equals(eventName)) {
                return event;
            }
            if (name.equals("features")) {
                return surroundings.features();
            }
            if (name.equals("parameters")) {
                return parameters;
            }
            StageDefinition stage = earlier.get(name);
            return stage == null ? null : eventsOf(stage, soFar.events(name));
        };
    }

    private static Object eventsOf(StageDefinition stage, List<CareEvent> events) {
        if (stage.isRepeated()) {
            return events;
        }
        return events.isEmpty() ? NOTHING : events.get(0);
    }
}
