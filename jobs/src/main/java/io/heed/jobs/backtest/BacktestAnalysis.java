package io.heed.jobs.backtest;

import com.fasterxml.jackson.databind.JsonNode;
import io.heed.jobs.backtest.PlayComparison.Counts;
import io.heed.patterns.definition.PatternDefinition;
import io.heed.triggers.play.Play;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Puts what two runs gave side by side. */
public final class BacktestAnalysis {
    private final Trial trial;
    private final SideResults before;
    private final SideResults after;
    private final @Nullable JsonNode qualityBefore;
    private final @Nullable JsonNode qualityAfter;

    /**
     * An analysis of two runs over the same events.
     *
     * @param qualityBefore the evaluation of the old side, null where the recording does not know its causes
     * @param qualityAfter the evaluation of the new side
     */
    public BacktestAnalysis(
            Trial trial,
            SideResults before,
            SideResults after,
            @Nullable JsonNode qualityBefore,
            @Nullable JsonNode qualityAfter) {
        this.trial = trial;
        this.before = before;
        this.after = after;
        this.qualityBefore = qualityBefore;
        this.qualityAfter = qualityAfter;
    }

    /** The comparison. */
    public Backtest compare() {
        SortedSet<String> concerned = concerned();
        SortedSet<String> others = new TreeSet<>(before.plays());
        others.addAll(after.plays());
        others.removeAll(concerned);
        Set<String> changed = new TreeSet<>(trial.patterns());
        changed.addAll(trial.plays());
        return new Backtest(
                trial.notes(),
                List.copyOf(changed),
                patterns(),
                concerned.stream().map(this::play).toList(),
                others.stream()
                        .map(this::play)
                        .filter(play -> !play.isUnchanged())
                        .toList(),
                before.raised(),
                after.raised(),
                days(Comparison.of(List.of(), List.of())).stream()
                        .map(DayCount::day)
                        .toList());
    }

    /** The plays that were changed or react to a changed pattern. */
    private SortedSet<String> concerned() {
        SortedSet<String> concerned = new TreeSet<>(trial.plays());
        trial.patterns().forEach(pattern -> concerned.addAll(readersOf(pattern)));
        return concerned;
    }

    private List<String> readersOf(String pattern) {
        return trial.playsAfter().stream()
                .filter(play -> play.signal().equals(pattern))
                .map(Play::name)
                .toList();
    }

    private List<PatternComparison> patterns() {
        List<PatternComparison> patterns = new ArrayList<>();
        for (String name : trial.patterns()) {
            PatternDefinition now = trial.patternAfter(name);
            if (now != null) {
                Comparison matches = Comparison.of(before.matches(name), after.matches(name));
                patterns.add(
                        new PatternComparison(trial.patternBefore(name), now, readersOf(name), matches, days(matches)));
            }
        }
        return patterns;
    }

    private PlayComparison play(String name) {
        Play then = trial.playBefore(name);
        Play now = trial.playAfter(name);
        Comparison triggers = Comparison.of(before.triggers(name), after.triggers(name));
        return new PlayComparison(
                name,
                now == null ? "" : now.signal(),
                then == null ? 0 : then.version(),
                now == null ? 0 : now.version(),
                triggers,
                days(triggers),
                held(name),
                Quality.of(qualityBefore, name),
                Quality.of(qualityAfter, name));
    }

    private SortedMap<String, Counts> held(String play) {
        SortedMap<String, Long> then = before.held(play);
        SortedMap<String, Long> now = after.held(play);
        SortedMap<String, Counts> held = new TreeMap<>();
        then.forEach((reason, count) -> held.put(reason, new Counts(count, now.getOrDefault(reason, 0L))));
        now.forEach((reason, count) -> held.putIfAbsent(reason, new Counts(0, count)));
        return held;
    }

    private List<DayCount> days(Comparison comparison) {
        return DayCount.of(
                comparison,
                Math.min(before.firstMillis(), after.firstMillis()),
                Math.max(before.lastMillis(), after.lastMillis()));
    }
}
