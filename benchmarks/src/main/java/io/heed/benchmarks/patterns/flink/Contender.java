package io.heed.benchmarks.patterns.flink;

import io.heed.benchmarks.flink.FinishedRun;
import io.heed.benchmarks.flink.MeasuredJob;
import io.heed.benchmarks.flink.MeasuringFlink;
import io.heed.benchmarks.flink.Repetitions;
import io.heed.benchmarks.patterns.MatchSum;
import io.heed.benchmarks.traffic.TrafficPlan;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One way to do the work, with what was measured of it so far. */
final class Contender {
    /** How much smaller the run is that does not count. */
    private static final int WARM_UP = 2;

    private final String name;
    private final int patterns;
    private final Function<TrafficPlan, MeasuredJob> job;
    private final Repetitions runs = new Repetitions();
    private @Nullable MatchSum matches;
    private boolean givenUp;

    /**
     * A contender.
     *
     * @param patterns how many patterns it runs, 0 for one that runs none
     */
    Contender(String name, int patterns, Function<TrafficPlan, MeasuredJob> job) {
        this.name = name;
        this.patterns = patterns;
        this.job = job;
    }

    String name() {
        return name;
    }

    int patterns() {
        return patterns;
    }

    Repetitions runs() {
        return runs;
    }

    /** Whether it did not finish in the time that it was given. */
    boolean hasGivenUp() {
        return givenUp;
    }

    /** What it matched, or null where it did not finish or matches nothing. */
    @Nullable
    MatchSum matches() {
        return matches;
    }

    /**
     * Runs over the beginning of the traffic, again and again for some time, so that code is compiled in runs that do
     * not count.
     */
    void warmUp(MeasuringFlink flink, TrafficPlan plan, Duration box, Duration atLeast) throws Exception {
        long start = System.nanoTime();
        do {
            givenUp = flink.runWithin(job.apply(plan.fewer(plan.events() / WARM_UP)), box) == null;
        } while (!givenUp && System.nanoTime() - start < atLeast.toNanos());
    }

    /**
     * Runs once, unless it was given up.
     *
     * @return what came of it, for those who wait
     */
    String run(MeasuringFlink flink, TrafficPlan plan, Duration box) throws Exception {
        if (givenUp) {
            return this + " was given up before";
        }
        FinishedRun run = flink.runWithin(job.apply(plan), box);
        if (run == null) {
            givenUp = true;
            return this + " does not finish in " + box.toSeconds() + " s";
        }
        runs.add(run.measurement());
        remember(MatchSumFunction.of(run));
        return String.format(
                Locale.ROOT,
                "%s: %,d events/s, %.1f us of CPU an event",
                this,
                Math.round(run.measurement().eventsPerSecond()),
                run.measurement().cpuMicrosPerEvent());
    }

    private void remember(MatchSum found) {
        if (patterns == 0) {
            return;
        }
        if (matches != null && !matches.equals(found)) {
            throw new IllegalStateException(this + " matched " + found + " and before that " + matches);
        }
        matches = found;
    }

    @Override
    public String toString() {
        return patterns == 0 ? name : name + ", " + patterns + (patterns == 1 ? " pattern" : " patterns");
    }
}
