package io.heed.patterns.flink;

import io.heed.events.CareEvent;
import io.heed.events.flink.CodecSerializer;
import io.heed.events.state.CareEventCodec;
import io.heed.patterns.LetterEvents;
import io.heed.patterns.PatternHarness;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.cep.functions.PatternProcessFunction;
import org.apache.flink.cep.nfa.compiler.NFACompiler;
import org.apache.flink.cep.operator.CepOperator;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.Collector;

/** Flink's own CEP operator behind a type filter: what the stage must agree with. */
final class PlainCep {
    private PlainCep() {}

    /**
     * The matches of each customer's events, as {@code time a=1 b=2,3}, sorted.
     *
     * @param streams events by customer, each in order of time
     * @param types the types that the filter lets through
     */
    @SuppressWarnings("try") // closing the harness waits for nothing
    static Map<String, List<String>> run(
            Pattern<CareEvent, ?> pattern,
            Map<String, List<CareEvent>> streams,
            Collection<String> types,
            long untilMillis)
            throws Exception {
        CepOperator<CareEvent, String, String> operator = new CepOperator<>(
                new CodecSerializer<>(new CareEventCodec(LetterEvents.CATALOGUE), true),
                false,
                NFACompiler.compileFactory(pattern, false),
                null,
                pattern.getAfterMatchSkipStrategy(),
                new Describe(),
                null);
        try (KeyedOneInputStreamOperatorTestHarness<String, CareEvent, String> harness =
                new KeyedOneInputStreamOperatorTestHarness<>(operator, CareEvent::subject, Types.STRING)) {
            harness.open();
            for (long time = 0; time <= untilMillis; time++) {
                for (Map.Entry<String, List<CareEvent>> stream : streams.entrySet()) {
                    for (CareEvent event : stream.getValue()) {
                        if (event.timeMillis() == time
                                && types.contains(event.type().name())) {
                            harness.processElement(new StreamRecord<>(event.withSubject(stream.getKey()), time));
                        }
                    }
                }
                harness.processWatermark(new Watermark(time));
            }
            return byCustomer(harness.getOutput());
        }
    }

    private static Map<String, List<String>> byCustomer(Collection<Object> output) {
        Map<String, List<String>> found = new TreeMap<>();
        for (Object element : output) {
            if (element instanceof StreamRecord<?> record) {
                String[] customerAndMatch = String.valueOf(record.getValue()).split("/", 2);
                found.computeIfAbsent(customerAndMatch[0], key -> new ArrayList<>())
                        .add(record.getTimestamp() + " " + customerAndMatch[1]);
            }
        }
        found.values().forEach(matches -> matches.sort(null));
        return found;
    }

    private static final class Describe extends PatternProcessFunction<CareEvent, String> {
        private static final long serialVersionUID = 1L;

        @Override
        public void processMatch(Map<String, List<CareEvent>> match, Context context, Collector<String> out) {
            out.collect(match.values().iterator().next().get(0).subject() + "/" + PatternHarness.describe(match));
        }
    }
}
