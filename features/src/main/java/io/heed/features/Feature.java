package io.heed.features;

import io.heed.events.CareEvent;
import io.heed.events.expression.Bindings;
import io.heed.events.expression.Expression;
import io.heed.features.window.Accumulator;
import io.heed.features.window.Aggregate;
import io.heed.features.window.Column;
import io.heed.features.window.History;
import io.heed.features.window.Reading;
import io.heed.features.window.Statistic;
import io.heed.features.window.Terms;
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
     * @param reading what it reads of each entry
     * @param since the place of the series of its marks, or -1
     */
    record OfEvents(Calculation.Rolling rolling, int series, Reading reading, int since) implements Feature {
        private static final Reading TIMES = new Reading(Column.NONE, Statistic.of(Aggregate.TIME_SINCE, 0));

        @Override
        public double value(StageView view) {
            Accumulator accumulator = accumulator();
            return feed(view, accumulator) ? accumulator.result(view.timeMillis()) : Double.NaN;
        }

        /** A fresh accumulator of its aggregate. */
        Accumulator accumulator() {
            return Accumulator.of(rolling.aggregate(), rolling.terms());
        }

        /** Feeds the entries that count at the view's instant; false where they are not all known, or not of which group. */
        boolean feed(StageView view, Accumulator accumulator) {
            History history = view.history(series);
            if (history == null) {
                return false;
            }
            return history.feed(fromMillis(view), view.timeMillis(), last(), reading, accumulator);
        }

        /** Where its window begins at the view's instant, or {@link Long#MIN_VALUE} where it looks back without end. */
        long fromMillis(StageView view) {
            long from = rolling.reachMillis() == 0 ? Long.MIN_VALUE : view.timeMillis() - rolling.reachMillis();
            History marks = since < 0 ? null : view.history(since);
            if (marks == null) {
                return from;
            }
            Accumulator age = Accumulator.of(Aggregate.TIME_SINCE, Terms.PLAIN);
            marks.feed(from, view.timeMillis(), 1, TIMES, age);
            double ageMillis = age.result(view.timeMillis());
            return Double.isNaN(ageMillis) ? from : view.timeMillis() - (long) ageMillis;
        }

        /** How many of the newest entries matter, 0 for all. */
        private int last() {
            return rolling.aggregate().isOfTheNewest() ? 1 : rolling.last();
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
