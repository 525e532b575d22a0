package io.heed.jobs.backtest;

import io.heed.jobs.customer.CareResult;
import io.heed.jobs.customer.CareResult.Decided;
import io.heed.jobs.customer.CareResult.Matched;
import io.heed.jobs.customer.CareResult.Triggered;
import io.heed.triggers.contract.Decision;
import io.heed.triggers.contract.DecisionOutcome;
import io.heed.triggers.contract.TriggerStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What one side of a backtest gave: the old definitions or the new ones. Not for several threads. */
public final class SideResults {
    /** What stands beside the reasons for holding back: nothing new was raised, since a case was open already. */
    private static final String JOINED = "joined or updated an open case";

    private final Set<String> patterns;
    private final Map<String, List<Happening>> matches = new TreeMap<>();
    private final Map<String, List<Happening>> triggers = new TreeMap<>();
    private final Map<String, SortedMap<String, Long>> held = new TreeMap<>();
    private long firstMillis = Long.MAX_VALUE;
    private long lastMillis = Long.MIN_VALUE;

    /**
     * A side of which nothing is known yet.
     *
     * @param patterns the patterns whose matches are wanted; those of others are passed over
     */
    public SideResults(Set<String> patterns) {
        this.patterns = Set.copyOf(patterns);
    }

    /** Takes whatever it can use of a result. */
    public void add(CareResult result) {
        if (result instanceof Matched matched) {
            reach(matched.match().timeMillis());
            if (matched.match().isLive() && patterns.contains(matched.match().pattern())) {
                put(matches, Happening.of(matched.match()));
            }
        } else if (result instanceof Triggered triggered) {
            reach(triggered.trigger().timeMillis());
            if (triggered.trigger().step() == TriggerStep.RAISED) {
                put(triggers, Happening.of(triggered.trigger()));
            }
        } else if (result instanceof Decided decided) {
            reach(decided.decision().timeMillis());
            add(decided.decision());
        }
    }

    private void add(Decision decision) {
        if (decision.outcome() == DecisionOutcome.HELD) {
            hold(decision.play(), decision.reason().code());
        } else if (decision.outcome() == DecisionOutcome.JOINED || decision.outcome() == DecisionOutcome.UPDATED) {
            hold(decision.play(), JOINED);
        }
    }

    private void hold(String play, String reason) {
        held.computeIfAbsent(play, name -> new TreeMap<>()).merge(reason, 1L, Long::sum);
    }

    private void reach(long timeMillis) {
        firstMillis = Math.min(firstMillis, timeMillis);
        lastMillis = Math.max(lastMillis, timeMillis);
    }

    /** The live matches of a pattern, by time. */
    List<Happening> matches(String pattern) {
        return sorted(matches.getOrDefault(pattern, List.of()));
    }

    /** The triggers that a play raised, by time. */
    List<Happening> triggers(String play) {
        return sorted(triggers.getOrDefault(play, List.of()));
    }

    /** How often a play was held back, by reason. */
    SortedMap<String, Long> held(String play) {
        return held.getOrDefault(play, new TreeMap<>());
    }

    /** Every play that raised something or was held back. */
    SortedSet<String> plays() {
        SortedSet<String> plays = new TreeSet<>(triggers.keySet());
        plays.addAll(held.keySet());
        plays.remove("");
        return plays;
    }

    /** How many triggers all plays raised. */
    long raised() {
        return triggers.values().stream().mapToLong(List::size).sum();
    }

    /** The time of the first result, {@link Long#MAX_VALUE} where there is none. */
    long firstMillis() {
        return firstMillis;
    }

    /** The time of the last result, {@link Long#MIN_VALUE} where there is none. */
    long lastMillis() {
        return lastMillis;
    }

    private static void put(Map<String, List<Happening>> byName, Happening happening) {
        byName.computeIfAbsent(happening.name(), name -> new ArrayList<>()).add(happening);
    }

    private static List<Happening> sorted(List<Happening> happenings) {
        return happenings.stream().sorted(Happening.BY_TIME).toList();
    }
}
