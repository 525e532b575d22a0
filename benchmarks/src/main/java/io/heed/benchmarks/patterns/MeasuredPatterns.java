package io.heed.benchmarks.patterns;

import io.heed.benchmarks.traffic.TrafficTypes;
import io.heed.events.catalogue.DefinitionFile;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.patterns.definition.Parameter;
import io.heed.patterns.definition.PatternDefinition;
import io.heed.patterns.definition.PatternDefinitions;
import java.util.ArrayList;
import java.util.List;

/** The patterns that are measured: one, all twenty, or five variants of each with other thresholds. */
public final class MeasuredPatterns {
    /** How much the threshold of each variant is of the declared one; the first is the pattern itself. */
    private static final double[] FACTORS = {1, 0.8, 0.9, 1.1, 1.2};

    private static final String FILE = "patterns.yaml";
    private static final String ONE = "unresolved-chat-then-call";
    /** The parameter that every pattern has. */
    public static final String THRESHOLD = "least";

    private static final int ALL = 20;

    private MeasuredPatterns() {}

    /** So many patterns: 1, 20 or 100. */
    public static PatternDefinitions of(int count, EventCatalogue catalogue) {
        PatternDefinitions all = PatternDefinitions.read(
                List.of(new DefinitionFile(FILE, TrafficTypes.text(MeasuredPatterns.class, FILE))),
                catalogue,
                List.of());
        PatternDefinition one = all.find(ONE);
        if (one == null || all.all().size() != ALL || (count != 1 && count % ALL != 0)) {
            throw new IllegalArgumentException("patterns are not 1, 20, 40, 60, 80 or 100: " + count);
        }
        if (count == 1) {
            return PatternDefinitions.of(List.of(one));
        }
        List<PatternDefinition> chosen = new ArrayList<>();
        for (int variant = 0; variant < count / ALL; variant++) {
            for (PatternDefinition pattern : all.all()) {
                chosen.add(variant == 0 ? pattern : variant(pattern, variant));
            }
        }
        return PatternDefinitions.of(chosen);
    }

    /** The threshold of a pattern. */
    public static double threshold(PatternDefinition pattern) {
        Parameter threshold = pattern.parameters().get(THRESHOLD);
        if (threshold == null) {
            throw new IllegalArgumentException("pattern has no threshold: " + pattern.name());
        }
        return threshold.value();
    }

    /** The name of the pattern of which a pattern is a variant, or its own. */
    public static String original(String name) {
        return name.replaceFirst("-variant-[a-z]$", "");
    }

    private static PatternDefinition variant(PatternDefinition pattern, int variant) {
        PatternDefinition changed =
                pattern.withParameter(THRESHOLD, String.valueOf(threshold(pattern) * FACTORS[variant]));
        return changed.withName(pattern.name() + "-variant-" + (char) ('a' + variant));
    }
}
