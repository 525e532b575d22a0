package io.heed.benchmarks.flink;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The runs of one job; the median speaks for them, since one disturbed run must not. */
public final class Repetitions {
    private final List<Measurement> runs = new ArrayList<>();

    /** Adds a run. */
    public void add(Measurement run) {
        runs.add(run);
    }

    /** The median of a figure. */
    public double median(ToDoubleFunction<Measurement> figure) {
        double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** All runs, in their order. */
    public List<Measurement> runs() {
        return List.copyOf(runs);
    }

    /** The figures of these runs, each also as a ratio to those of a baseline. */
    public Map<String, Number> figures(Repetitions baseline) {
        Map<String, Number> figures = new LinkedHashMap<>();
        figures.put("events", runs.get(0).events());
        figures.put("repetitions", runs.size());
        figures.put("eventsPerSecond", Math.round(median(Measurement::eventsPerSecond)));
        figures.put("slowestEventsPerSecond", Math.round(extreme(-1)));
        figures.put("fastestEventsPerSecond", Math.round(extreme(1)));
        figures.put("wallMicrosPerEvent", rounded(median(Measurement::wallMicrosPerEvent)));
        figures.put("cpuMicrosPerEvent", rounded(median(Measurement::cpuMicrosPerEvent)));
        figures.put("wallRatio", ratio(baseline, Measurement::wallMicrosPerEvent));
        figures.put("cpuRatio", ratio(baseline, Measurement::cpuMicrosPerEvent));
        return figures;
    }

    private double extreme(int sign) {
        return sign
                * runs.stream()
                        .mapToDouble(run -> sign * run.eventsPerSecond())
                        .max()
                        .orElse(0);
    }

    /** A median as a ratio to that of a baseline. */
    public double ratio(Repetitions baseline, ToDoubleFunction<Measurement> figure) {
        return rounded(median(figure) / baseline.median(figure));
    }

    private static double rounded(double figure) {
        return Math.round(figure * 1000) / 1000.0;
    }
}
