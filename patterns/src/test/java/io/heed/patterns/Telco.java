package io.heed.patterns;

import io.heed.events.CareEvent;
import io.heed.events.EventType;
import io.heed.events.FieldType;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.catalogue.Workspace;
import io.heed.events.yaml.Durations;
import io.heed.features.FeatureDefinitions;
import io.heed.patterns.definition.PatternDefinition;
import io.heed.patterns.definition.PatternDefinitions;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The telco's workspace with its shipped patterns, each run by itself. */
final class Telco {
    static final Workspace WORKSPACE = Workspace.local(Path.of(".."));
    static final EventCatalogue CATALOGUE = EventCatalogue.load(WORKSPACE);
    static final Collection<String> FEATURES =
            FeatureDefinitions.load(WORKSPACE, CATALOGUE).names();
    static final PatternDefinitions PATTERNS = PatternDefinitions.load(WORKSPACE, CATALOGUE, FEATURES);

    private Telco() {}

    /** The days that tests speak of begin here. */
    static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    /** A harness in which one shipped pattern runs. */
    static PatternHarness pattern(String name) {
        PatternDefinition definition = Objects.requireNonNull(PATTERNS.find(name), name);
        return PatternHarness.of(PatternDefinitions.of(List.of(definition)), CATALOGUE, FEATURES);
    }

    /**
     * An event some time after the start.
     *
     * @param after such as {@code 3d} or {@code 1d2h30m}
     * @param fields names and values in turn
     */
    static CareEvent event(String id, String type, String after, Object... fields) {
        return late(id, type, after, after, fields);
    }

    /** An event of a slow type, with the time of its arrival. */
    static CareEvent late(String id, String type, String after, String arrives, Object... fields) {
        EventType of = CATALOGUE.require(type);
        @Nullable Object[] row = new Object[of.fields().size()];
        for (int i = 0; i < fields.length; i += 2) {
            int index = of.indexOf((String) fields[i]);
            if (index < 0) {
                throw new IllegalArgumentException("no such field of " + type + ": " + fields[i]);
            }
            row[index] = of.fields().get(index).type() == FieldType.TIME
                    ? (Object) at((String) fields[i + 1])
                    : fields[i + 1];
        }
        return new CareEvent(of, id, "test", "c1", at(after), at(arrives), CareEvent.NO_SEQUENCE, row);
    }

    /** A time after the start, in milliseconds since 1970. */
    static long at(String after) {
        long millis = START.toEpochMilli();
        for (String part : after.split("(?<=[a-z])", 0)) {
            millis += Durations.parseMillis(part);
        }
        return millis;
    }

    /** What matched: stages and their events, without the time. */
    static List<String> found(PatternHarness harness) {
        return harness.matches().stream()
                .map(match -> PatternHarness.describe(match.stages()))
                .toList();
    }
}
