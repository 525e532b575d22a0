package io.heed.patterns;

import io.heed.events.change.Lineup;
import io.heed.events.change.Running;
import io.heed.patterns.definition.PatternDefinition;
import io.heed.patterns.flink.CompiledPattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The patterns that run at a time, ready to run. */
final class PatternPlan {
    private final Map<String, Entry> byKey = new HashMap<>();
    private final Map<String, List<Entry>> readers = new HashMap<>();
    private final Map<String, List<PatternDefinition>> keepers = new HashMap<>();

    /** A version and its compiled form. */
    record Entry(Running<PatternDefinition> running, CompiledPattern pattern) {
        String key() {
            return running.key();
        }

        /** Whether it runs at a time, and has not finished what it had open. */
        boolean runsAt(long timeMillis) {
            return timeMillis < running.untilMillis();
        }
    }

    PatternPlan(Lineup<PatternDefinition> lineup, Function<PatternDefinition, CompiledPattern> compiler) {
        for (Running<PatternDefinition> running : lineup.running()) {
            PatternDefinition definition = running.definition();
            Entry entry = new Entry(running, compiler.apply(definition));
            byKey.put(entry.key(), entry);
            for (String type : definition.types()) {
                readers.computeIfAbsent(type, key -> new ArrayList<>()).add(entry);
                if (running.isInForce() && definition.keepEvents() > 0) {
                    keepers.computeIfAbsent(type, key -> new ArrayList<>()).add(definition);
                }
            }
        }
    }

    /** The names and versions of everything that runs. */
    Set<String> keys() {
        return byKey.keySet();
    }

    /** The versions that read a type of events, by name and version. */
    List<Entry> readersOf(String type) {
        return readers.getOrDefault(type, List.of());
    }

    /** The patterns that keep the events of a type. */
    List<PatternDefinition> keepersOf(String type) {
        return keepers.getOrDefault(type, List.of());
    }

    /** The version of that key where it runs at a time, or null. */
    @Nullable
    Entry find(String key, long timeMillis) {
        Entry entry = byKey.get(key);
        return entry == null || !entry.runsAt(timeMillis) ? null : entry;
    }
}
