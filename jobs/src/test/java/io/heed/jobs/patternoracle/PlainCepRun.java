package io.heed.jobs.patternoracle;

import io.heed.patterns.flink.PlainCep;
import io.heed.patterns.flink.RandomPattern;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A trial in plain CEP: one operator for each pattern, undisturbed. */
final class PlainCepRun {
    private final Trial trial;

    private PlainCepRun(Trial trial) {
        this.trial = trial;
    }

    /** The matches by pattern and customer, each pattern's from when it was added until it was removed. */
    static SortedMap<String, List<String>> of(Trial trial) throws Exception {
        return new PlainCepRun(trial).run();
    }

    private SortedMap<String, List<String>> run() throws Exception {
        SortedMap<String, List<String>> found = new TreeMap<>();
        for (Map.Entry<String, RandomPattern> pattern : trial.patterns().entrySet()) {
            long until = trial.removedMillis(pattern.getKey());
            run(pattern.getKey(), pattern.getValue())
                    .forEach((customer, matches) -> found.put(
                            pattern.getKey() + "/" + customer,
                            matches.stream()
                                    .filter(match -> timeMillis(match) <= until)
                                    .toList()));
        }
        found.values().removeIf(List::isEmpty);
        return found;
    }

    private Map<String, List<String>> run(String name, RandomPattern pattern) throws Exception {
        long after = trial.addedMillis(name);
        try (PlainCep plain = PlainCep.of(pattern.flink(), pattern.types())) {
            for (Step step : Step.withoutDuplicates(trial.steps())) {
                if (step instanceof Step.Passes) {
                    plain.until(step.timeMillis());
                } else if (step instanceof Step.Arrives arrives && step.timeMillis() > after) {
                    plain.feed(arrives.event());
                }
            }
            plain.until(trial.endMillis());
            return plain.found();
        }
    }

    private static long timeMillis(String match) {
        return Long.parseLong(match.substring(0, match.indexOf(' ')));
    }
}
