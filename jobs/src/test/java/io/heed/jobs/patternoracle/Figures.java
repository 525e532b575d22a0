package io.heed.jobs.patternoracle;

import java.util.Collection;

/** What some trials amounted to, so that a run that compares nothing is noticed. */
final class Figures {
    private int pairs;
    private int pairsWithMatches;
    private int matches;
    private int duplicates;
    private int late;
    private int openAtLastStart;

    void add(Trial trial, HeedRun run) {
        pairs += Trial.PAIRS;
        pairsWithMatches += run.found().size();
        matches += run.found().values().stream().mapToInt(Collection::size).sum();
        duplicates +=
                trial.steps().size() - Step.withoutDuplicates(trial.steps()).size();
        openAtLastStart +=
                run.openAtLastStart().stream().anyMatch(state -> state.startsWith("patterns.open of")) ? 1 : 0;
        long passed = Long.MIN_VALUE;
        for (Step step : trial.steps()) {
            passed = step instanceof Step.Passes ? step.timeMillis() : passed;
            late += step instanceof Step.Arrives && step.timeMillis() <= passed ? 1 : 0;
        }
    }

    int pairs() {
        return pairs;
    }

    int pairsWithMatches() {
        return pairsWithMatches;
    }

    int late() {
        return late;
    }

    int duplicates() {
        return duplicates;
    }

    /** In how many trials matches were open when the job was started for the last time. */
    int openAtLastStart() {
        return openAtLastStart;
    }

    @Override
    public String toString() {
        return pairs + " pairs, " + pairsWithMatches + " with matches, " + matches + " matches, " + late
                + " late events, " + duplicates + " duplicates, " + openAtLastStart + " restarts with open matches";
    }
}
