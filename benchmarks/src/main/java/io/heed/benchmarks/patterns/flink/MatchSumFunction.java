package io.heed.benchmarks.patterns.flink;

import io.heed.benchmarks.flink.FinishedRun;
import io.heed.benchmarks.patterns.MatchSum;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;

/** Sums matches up and gives nothing on. */
@SuppressWarnings("NullAway.Init") // set in open, before Flink gives any record
final class MatchSumFunction extends RichFlatMapFunction<String, String> {
    private static final long serialVersionUID = 1L;
    private static final String COUNT = "matches";
    private static final String FIRST = "matchesFirst";
    private static final String SECOND = "matchesSecond";

    private transient LongCounter count;
    private transient LongCounter first;
    private transient LongCounter second;

    /** Sums up all matches of a job. */
    static void addTo(DataStream<String> matches) {
        matches.flatMap(new MatchSumFunction()).sinkTo(new DiscardingSink<>());
    }

    /** What all instances in a job summed up. */
    static MatchSum of(FinishedRun run) {
        return new MatchSum(run.count(COUNT), run.count(FIRST), run.count(SECOND));
    }

    @Override
    public void open(OpenContext context) {
        count = counter(COUNT);
        first = counter(FIRST);
        second = counter(SECOND);
    }

    @Override
    public void flatMap(String match, Collector<String> out) {
        count.add(1);
        first.add(MatchSum.first(match));
        second.add(MatchSum.second(match));
    }

    private LongCounter counter(String name) {
        LongCounter counter = new LongCounter();
        getRuntimeContext().addAccumulator(name, counter);
        return counter;
    }
}
