package io.heed.patterns;

import io.heed.events.change.DefinitionHistory;
import io.heed.events.change.Running;
import io.heed.patterns.PatternPlan.Entry;
import io.heed.patterns.definition.PatternDefinition;
import io.heed.patterns.flink.CompiledPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** What runs from when on, compiled, and when kept events run through what is new. */
final class PatternPlans {
    private final Function<PatternDefinition, CompiledPattern> compiler;
    private NavigableMap<Long, PatternPlan> plans = new TreeMap<>();
    private NavigableMap<Long, List<Entry>> replays = new TreeMap<>();
    private PatternPlan latest;
    private long latestFromMillis = Long.MIN_VALUE;

    @SuppressWarnings("NullAway.Init") // there is a plan as soon as it follows a history
    PatternPlans(Function<PatternDefinition, CompiledPattern> compiler) {
        this.compiler = compiler;
    }

    void follow(DefinitionHistory<PatternDefinition> history) {
        NavigableMap<Long, PatternPlan> newPlans = new TreeMap<>();
        NavigableMap<Long, List<Entry>> newReplays = new TreeMap<>();
        history.lineups().forEach((fromMillis, lineup) -> {
            newPlans.put(fromMillis, new PatternPlan(lineup, compiler));
            for (Running<PatternDefinition> running : lineup.running()) {
                if (running.replayMillis() == fromMillis && fromMillis != Running.NO_REPLAY) {
                    newReplays
                            .computeIfAbsent(fromMillis, key -> new ArrayList<>())
                            .add(new Entry(running, compiler.apply(running.definition())));
                }
            }
        });
        plans = newPlans;
        replays = newReplays;
        latest = newPlans.lastEntry().getValue();
        latestFromMillis = newPlans.lastKey();
    }

    /** Whether there is more than what ran from the beginning. */
    boolean haveChanged() {
        return plans.size() > 1;
    }

    /** The keys of everything that runs in the end. */
    Set<String> lastKeys() {
        return latest.keys();
    }

    /** The plan of a time. */
    PatternPlan at(long timeMillis) {
        return timeMillis >= latestFromMillis
                ? latest
                : plans.floorEntry(timeMillis).getValue();
    }

    /** Whether anything replays at or before a time at all, which is seldom so. */
    boolean mayReplayUntil(long timeMillis) {
        return !replays.isEmpty() && replays.firstKey() <= timeMillis;
    }

    /** The versions through which kept events run at a time. */
    List<Entry> replaysAt(long effectiveMillis) {
        return replays.getOrDefault(effectiveMillis, List.of());
    }

    /**
     * The first replay, at or before a time, that has not been done.
     *
     * @param lastReplays the patterns that keep events, each with the time of its last replay
     */
    long nextReplayMillis(Map<String, Long> lastReplays, long untilMillis) {
        for (Map.Entry<Long, List<Entry>> replay :
                replays.headMap(untilMillis, true).entrySet()) {
            for (Entry entry : replay.getValue()) {
                if (lastReplays.getOrDefault(entry.running().name(), Long.MAX_VALUE) < replay.getKey()) {
                    return replay.getKey();
                }
            }
        }
        return Long.MAX_VALUE;
    }
}
