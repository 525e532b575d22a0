package io.heed.jobs.patternoracle;

import io.heed.events.catalogue.DefinitionFile;
import io.heed.patterns.LetterEvents;
import io.heed.patterns.definition.PatternDefinitions;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A trial in the customer operator.
 *
 * @param found the matches by pattern and customer
 * @param openAtLastStart what was in state when its last stretch began
 * @param remains what was in state when everything had ended
 */
record HeedRun(SortedMap<String, List<String>> found, List<String> openAtLastStart, List<String> remains) {
    private static final long UNTIL_DUPLICATES_ARE_FORGOTTEN = 3 * 86_400_000L;

    static HeedRun of(Trial trial) throws Exception {
        List<String> lines = new ArrayList<>();
        List<Stretch> stretches = trial.stretches();
        Subtasks subtasks = Subtasks.start(setup(trial, stretches.get(0)), null);
        try {
            for (int i = 1; i < stretches.size(); i++) {
                run(
                        subtasks,
                        trial,
                        stretches.get(i - 1).firstStep(),
                        stretches.get(i).firstStep());
                lines.addAll(subtasks.found());
                subtasks = restart(subtasks, trial, stretches.get(i - 1), stretches.get(i));
            }
            List<String> openAtLastStart = subtasks.remains();
            run(
                    subtasks,
                    trial,
                    stretches.get(stretches.size() - 1).firstStep(),
                    trial.steps().size());
            subtasks.take(new Step.Passes(trial.endMillis()));
            subtasks.take(new Step.Passes(trial.endMillis() + UNTIL_DUPLICATES_ARE_FORGOTTEN));
            lines.addAll(subtasks.found());
            subtasks.snapshot(false).write(); // what waited at one checkpoint leaves the state at the next
            return new HeedRun(byPatternAndCustomer(lines), openAtLastStart, subtasks.remains());
        } finally {
            subtasks.close();
        }
    }

    private static Subtasks restart(Subtasks running, Trial trial, Stretch before, Stretch after) throws Exception {
        try (running) {
            boolean savepoint = !before.patterns().equals(after.patterns()) || before.rocksDb() != after.rocksDb();
            Snapshot snapshot = running.snapshot(savepoint);
            run(running, trial, after.firstStep(), after.firstStep() + after.crashAfterSteps());
            snapshot.write();
            return Subtasks.start(setup(trial, after), snapshot);
        }
    }

    private static void run(Subtasks subtasks, Trial trial, int from, int to) throws Exception {
        List<Step> steps = trial.steps();
        for (Step step : steps.subList(from, Math.min(to, steps.size()))) {
            subtasks.take(step);
        }
    }

    private static Subtasks.Setup setup(Trial trial, Stretch stretch) {
        List<DefinitionFile> files = stretch.patterns().stream()
                .map(name -> new DefinitionFile(name + ".yaml", trial.yaml(name)))
                .toList();
        return new Subtasks.Setup(
                PatternDefinitions.read(files, LetterEvents.CATALOGUE, List.of()),
                stretch.parallelism(),
                stretch.rocksDb());
    }

    private static SortedMap<String, List<String>> byPatternAndCustomer(List<String> lines) {
        SortedMap<String, List<String>> found = new TreeMap<>();
        for (String line : lines) {
            int match = line.lastIndexOf('/') + 1;
            found.computeIfAbsent(line.substring(0, match - 1), key -> new ArrayList<>())
                    .add(line.substring(match));
        }
        found.values().forEach(matches -> matches.sort(null));
        return found;
    }
}
