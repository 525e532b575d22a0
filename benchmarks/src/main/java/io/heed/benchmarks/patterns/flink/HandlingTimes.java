package io.heed.benchmarks.patterns.flink;

import io.heed.benchmarks.flink.FinishedRun;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.accumulators.Histogram;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;

/** Collects what {@link TimedTimelines} give: times in classes of a sixteenth of an octave, and drops as a count. */
@SuppressWarnings("NullAway.Init") // set in open, before Flink gives any record
final class HandlingTimes extends RichFlatMapFunction<Long, Long> {
    private static final long serialVersionUID = 1L;
    private static final String TIMES = "times";
    private static final String DROPPED = "dropped";
    private static final int STEPS_OF_AN_OCTAVE = 16;

    private transient Histogram times;
    private transient LongCounter dropped;

    @Override
    public void open(OpenContext context) {
        times = new Histogram();
        dropped = new LongCounter();
        getRuntimeContext().addAccumulator(TIMES, times);
        getRuntimeContext().addAccumulator(DROPPED, dropped);
    }

    @Override
    public void flatMap(Long nanos, Collector<Long> out) {
        if (nanos < 0) {
            dropped.add(-nanos);
        } else {
            times.add((int) Math.round(STEPS_OF_AN_OCTAVE * Math.log(nanos + 1.0) / Math.log(2)));
        }
    }

    /** The time in microseconds that a share of all events did not exceed. */
    static double microsOf(double share, FinishedRun run) {
        Map<Integer, Integer> counts = new TreeMap<>();
        long all = 0;
        if (run.counts().get(TIMES) instanceof Map<?, ?> found) {
            for (Map.Entry<?, ?> entry : found.entrySet()) {
                counts.put((Integer) entry.getKey(), (Integer) entry.getValue());
                all += (Integer) entry.getValue();
            }
        }
        long seen = 0;
        for (Map.Entry<Integer, Integer> entry : counts.entrySet()) {
            seen += entry.getValue();
            if (seen >= share * all) {
                return Math.pow(2, (double) entry.getKey() / STEPS_OF_AN_OCTAVE) / 1_000;
            }
        }
        return 0;
    }

    static long dropped(FinishedRun run) {
        return run.count(DROPPED);
    }
}
