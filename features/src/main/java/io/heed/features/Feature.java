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
            Accumulator accumulator = accumulator();
            return feed(view, accumulator) ? accumulator.result(view.timeMillis()) : Double.NaN;
        }

        /** A fresh accumulator of its aggregate. */
        Accumulator accumulator() {
            return Accumulator.of(rolling.aggregate(), rolling.halfLifeMillis(), rolling.unitMillis());
        }

        /** Feeds the entries that count at the view's instant; false where the event at hand names no group. */
        boolean feed(StageView view, Accumulator accumulator) {
            History history = view.history(series);
            if (history == null) {
                return false;
            }
            long now = view.timeMillis();
            boolean endless = rolling.reachMillis() == 0;
            if (endless && rolling.last() == 0 && rolling.aggregate().isOfTheOldest()) {
                history.feedOldest(now, accumulator);
                return true;
            }
            boolean newestIsEnough =
                    endless && rolling.last() == 0 && !rolling.aggregate().isOfOpenThings();
            history.feed(fromMillis(view), now, newestIsEnough ? 1 : rolling.last(), accumulator);
            return true;
        }

        /** Where its window begins at the view's instant, or {@link Long#MIN_VALUE} where it looks back without end. */
        long fromMillis(StageView view) {
            boolean endless = rolling.reachMillis() == 0;
            long from = endless ? Long.MIN_VALUE : view.timeMillis() - rolling.reachMillis();
            History marks = since < 0 ? null : view.history(since);
            return marks == null ? from : Math.max(from, marks.newestBefore(view.timeMillis()));
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
