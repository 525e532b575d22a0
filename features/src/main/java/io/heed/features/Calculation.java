package io.heed.features;

import io.heed.features.window.Aggregate;
import io.heed.features.window.Few;
import io.heed.features.window.Retention;
import io.heed.features.window.Statistic;
import io.heed.features.window.Terms;
import io.heed.features.window.Tiles;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a feature's value comes about. */
sealed interface Calculation extends Serializable {
    /** The longest window there is. */
    long LONGEST_MILLIS = 180L * 86_400_000;

    /** Everything that changes the value, in one fixed form, but for the definitions of other features it reads. */
    String canonical();

    /** The features that it reads. */
    Set<String> readsFeatures();

    /**
     * An aggregate of events.
     *
     * @param windowMillis how far back it looks, 0 where that is not bounded
     * @param last how many events at most, the newest; 0 for all
     * @param since marks of which the newest begins the window, or null
     * @param terms what is added to the aggregate
     * @param exact whether it must stay exact however many events there are
     */
    record Rolling(
            SeriesDefinition series,
            Aggregate aggregate,
            long windowMillis,
            int last,
            @Nullable SeriesDefinition since,
            Terms terms,
            boolean exact)
            implements Calculation {
        @Override
        public String canonical() {
            String canonical = String.join(
                    "\n",
                    "rolling 1",
                    series.canonical(),
                    aggregate.text(),
                    "window " + windowMillis,
                    "last " + last,
                    "since " + (since == null ? "" : since.canonical()),
                    "half-life " + terms.halfLifeMillis(),
                    "unit " + terms.unitMillis(),
                    exact ? "exact" : "");
            return terms.by() == 0 ? canonical : canonical + "\nby " + terms.by();
        }

        @Override
        public Set<String> readsFeatures() {
            return Set.of();
        }

        /** How far back it looks at most. */
        long reachMillis() {
            return windowMillis == 0 && since != null ? LONGEST_MILLIS : windowMillis;
        }

        /** In which way its series is kept. */
        Keeping keeping() {
            if (!series.isKept()) {
                return Keeping.SHARED;
            }
            if (series.isTracked()) {
                return Keeping.TRACKED;
            }
            if (last > 0 || aggregate.isOfTheNewest()) {
                return Keeping.NEWEST;
            }
            if (reachMillis() == 0) {
                return Keeping.OLDEST;
            }
            return exact ? Keeping.EXACT : Keeping.WINDOW;
        }

        /** By how much it may reach back too far where events are many; 0 where it is always exact. */
        long overInclusionMillis() {
            return keeping() == Keeping.WINDOW ? Tiles.overInclusionMillis(reachMillis()) : 0;
        }

        /** What tiles must hold for it. */
        Statistic statistic() {
            return Statistic.of(aggregate, terms.halfLifeMillis());
        }

        /** Which few entries it needs of a series of which no more is kept. */
        Few few() {
            if (keeping() == Keeping.OLDEST) {
                return Few.OLDEST;
            }
            return new Few(Math.max(1, last), reachMillis() == 0 ? Few.FOREVER_MILLIS : reachMillis());
        }

        /** Which few marks it needs of those since which it counts. */
        Few fewMarks() {
            return new Few(1, reachMillis());
        }

        /** What must be kept of a tracked series. */
        Retention retention() {
            // what begins again while it is open counts from its first beginning, so that must not be dropped before
            boolean untilEnded = !series.until().isEmpty();
            if (reachMillis() > 0) {
                return new Retention(reachMillis(), 0, untilEnded);
            }
            if (aggregate.isOfOpenThings() || (last == 0 && aggregate.isOfTheOldest())) {
                return new Retention(0, 0, true);
            }
            // a correction may make one of the last few not count any more, and an older one be among them again
            long sparesMillis = series.replacedBy().isEmpty() ? 0 : LONGEST_MILLIS;
            return new Retention(sparesMillis, Math.max(1, last), untilEnded);
        }
    }

    /**
     * An expression over other features and the event at hand.
     *
     * @param events the types of the event at hand for which it has a value; empty where it reads none
     * @param where the condition under which it has a value, "" for always
     */
    record Derived(List<String> events, String expression, String where, Set<String> readsFeatures)
            implements Calculation {
        /** Copies the collections. */
        public Derived {
            events = List.copyOf(events);
            readsFeatures = Set.copyOf(readsFeatures);
        }

        @Override
        public String canonical() {
            return String.join("\n", "derived 1", String.join(",", events), expression, where);
        }
    }
}
