package io.heed.benchmarks.patterns.flink;

import io.heed.benchmarks.patterns.MatchText;
import io.heed.events.CareEvent;
import java.util.List;
import java.util.Map;
import org.apache.flink.cep.functions.PatternProcessFunction;
import org.apache.flink.util.Collector;

/** Gives each match of plain CEP as text. */
final class DescribeMatch extends PatternProcessFunction<CareEvent, String> {
    private static final long serialVersionUID = 1L;

    private final String pattern;

    DescribeMatch(String pattern) {
        this.pattern = pattern;
    }

    @Override
    public void processMatch(Map<String, List<CareEvent>> match, Context context, Collector<String> out) {
        out.collect(MatchText.of(pattern, match));
    }
}
