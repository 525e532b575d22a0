package io.heed.features;

import io.heed.events.yaml.Durations;
import io.heed.features.Calculation.Derived;
import io.heed.features.Calculation.Rolling;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Says in a few words what features are made of. */
final class FeatureWording {
    private FeatureWording() {}

    static String summary(Calculation calculation) {
        if (calculation instanceof Rolling rolling) {
            return rolling(rolling);
        }
        Derived derived = (Derived) calculation;
        return derived.where().isEmpty() ? derived.expression() : derived.expression() + ", where " + derived.where();
    }

    static Set<String> events(Calculation calculation) {
        if (calculation instanceof Derived derived) {
            return new TreeSet<>(derived.events());
        }
        Rolling rolling = (Rolling) calculation;
        Set<String> events = new TreeSet<>(rolling.series().events());
        events.addAll(rolling.series().until());
        if (rolling.since() != null) {
            events.addAll(rolling.since().events());
        }
        return events;
    }

    private static String rolling(Rolling rolling) {
        SeriesDefinition series = rolling.series();
        List<String> words = new ArrayList<>();
        words.add(rolling.aggregate().text() + (series.value().isEmpty() ? "" : " of " + series.value()));
        if (rolling.last() > 0) {
            words.add("last " + rolling.last());
        }
        if (rolling.windowMillis() > 0) {
            words.add(Durations.format(rolling.windowMillis()));
        }
        if (rolling.since() != null) {
            words.add("since " + String.join(" or ", rolling.since().events()));
        }
        if (!series.group().isEmpty()) {
            words.add("by " + series.group());
        }
        if (!series.where().isEmpty()) {
            words.add("where " + series.where());
        }
        return String.join(", ", words);
    }
}
