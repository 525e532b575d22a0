package io.heed.features;

import io.heed.events.yaml.Durations;
import io.heed.events.yaml.YamlMapping;
import io.heed.events.yaml.YamlValue;
import io.heed.features.window.Aggregate;
import io.heed.features.window.Terms;
import java.util.Map;
import java.util.Objects;

/** Reads what a declaration adds to its aggregate: half-life, amount of a turn, unit of time. */
final class TermsReader {
    private static final Map<String, Long> TIME_UNITS =
            Map.of("s", 1_000L, "min", 60_000L, "h", 3_600_000L, "d", 86_400_000L);

    private TermsReader() {}

    /** The terms of a feature; what is wrong with them is noted at its place. */
    static Terms read(YamlMapping body, Aggregate aggregate, String unit) {
        return new Terms(halfLifeMillis(body, aggregate), by(body, aggregate), unitMillis(body, aggregate, unit));
    }

    private static double by(YamlMapping body, Aggregate aggregate) {
        YamlValue at = aggregate.isOfTurns() ? body.require("by", "0.3") : body.find("by");
        if (at == null) {
            return 0;
        }
        if (!aggregate.isOfTurns()) {
            at.problem("by is not read by " + aggregate.text());
        }
        double by = at.number();
        if (!(by > 0) || Double.isInfinite(by)) {
            at.problem("by is not above 0: " + at.text() + " (legal: by: 0.3)");
        }
        return by;
    }

    private static long halfLifeMillis(YamlMapping body, Aggregate aggregate) {
        YamlValue at = aggregate.decays() ? body.require("half-life", "7d") : body.find("half-life");
        if (at == null) {
            return 0;
        }
        if (!aggregate.decays()) {
            at.problem("half-life is not read by " + aggregate.text());
        }
        long millis = at.durationMillis();
        if (millis < DeclarationReader.SHORTEST_MILLIS) {
            at.problem("half-life is shorter than " + Durations.format(DeclarationReader.SHORTEST_MILLIS) + ": "
                    + at.text());
        }
        return millis;
    }

    private static long unitMillis(YamlMapping body, Aggregate aggregate, String unit) {
        if (!aggregate.givesTime()) {
            return 0;
        }
        Long millis = TIME_UNITS.get(unit);
        if (millis == null) {
            Objects.requireNonNullElse(body.find("unit"), Objects.requireNonNull(body.find("aggregate")))
                    .problem("unit of " + aggregate.text() + " is not one of s, min, h, d: " + unit);
            return 1;
        }
        return millis;
    }
}
