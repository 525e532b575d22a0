package io.heed.jobs.flink.delivery;

import io.heed.jobs.customer.CareResult;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** Picks the results of one kind and writes them as lines. */
final class OutputLineFunction implements FlatMapFunction<CareResult, OutputLine> {
    private static final long serialVersionUID = 1L;

    private final OutputKind kind;

    OutputLineFunction(OutputKind kind) {
        this.kind = kind;
    }

    @Override
    public void flatMap(CareResult result, Collector<OutputLine> out) {
        OutputLine line = kind.line(result);
        if (line != null) {
            out.collect(line);
        }
    }
}
