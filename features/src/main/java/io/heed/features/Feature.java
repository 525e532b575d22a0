package io.heed.features;

import io.heed.events.CareEvent;
import io.heed.events.expression.Bindings;
import io.heed.events.expression.Expression;
import io.heed.features.window.Accumulator;
import io.heed.features.window.History;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One feature at work. */
sealed interface Feature {
    /** Its value in a view, NaN where it is absent. */
    double value(StageView view);

    /**
     * An aggregate of events.
     *
     * @param series the place of its series in the stage
     * @param since the place of the series of its marks, or -1
     */
    record OfEvents(Calculation.Rolling rolling, int series, int since) implements Feature {
        @Override
        public double value(StageView view) {
            History history = view.history(series);
            if (history == null) {
                return Double.NaN;
            }
            long now = view.timeMillis();
            Accumulator accumulator =
                    Accumulator.of(rolling.aggregate(), rolling.halfLifeMillis(), rolling.unitMillis());
            boolean endless = rolling.reachMillis() == 0;
            if (endless && rolling.last() == 0 && rolling.aggregate().isOfTheOldest()) {
                history.feedOldest(now, accumulator);
                return accumulator.result(now);
            }
            long from = endless ? Long.MIN_VALUE : now - rolling.reachMillis();
            History marks = since < 0 ? null : view.history(since);
            if (marks != null) {
                from = Math.max(from, marks.newestBefore(now));
            }
            boolean newestIsEnough =
                    endless && rolling.last() == 0 && !rolling.aggregate().isOfOpenThings();
            history.feed(from, now, newestIsEnough ? 1 : rolling.last(), accumulator);
            return accumulator.result(now);
        }
    }

    /**
     * An expression.
     *
     * @param types the names of the types of the event at hand for which it has a value; empty for any or none
     * @param where the condition under which it has a value, or null
     */
    record OfFeatures(
            Set<String> types,
            Expression expression,
            @Nullable Expression where) implements Feature {
        @Override
        public double value(StageView view) {
            CareEvent event = view.eventAtHand();
            if (!types.isEmpty()
                    && (event == null || !types.contains(event.type().name()))) {
                return Double.NaN;
            }
            Bindings bindings = name -> name.equals("features") ? view : name.equals("event") ? event : null;
            if (where != null && !where.holds(bindings)) {
                return Double.NaN;
            }
            double value = expression.number(bindings);
            return Double.isFinite(value) ? value : Double.NaN;
        }
    }
}
