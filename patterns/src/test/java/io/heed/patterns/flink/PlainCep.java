package io.heed.patterns.flink;

import io.heed.events.CareEvent;
import io.heed.events.flink.CodecSerializer;
import io.heed.events.state.CareEventCodec;
import io.heed.events.timeline.TimelineOrder;
import io.heed.patterns.LetterEvents;
import io.heed.patterns.PatternHarness;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.cep.EventComparator;
import org.apache.flink.cep.functions.PatternProcessFunction;
import org.apache.flink.cep.nfa.compiler.NFACompiler;
import org.apache.flink.cep.operator.CepOperator;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.Collector;

/** Flink's own CEP operator behind a type filter: what the stage must agree with. Time begins at 0. */
public final class PlainCep implements AutoCloseable {
    private final KeyedOneInputStreamOperatorTestHarness<String, CareEvent, String> harness;
    private final Set<String> types;
    private long timeMillis = -1;

    private PlainCep(
            KeyedOneInputStreamOperatorTestHarness<String, CareEvent, String> harness, Collection<String> types) {
        this.harness = harness;
        this.types = Set.copyOf(types);
    }

    /**
     * A running operator.
     *
     * @param types the types that the filter lets through
     */
    public static PlainCep of(Pattern<CareEvent, ?> pattern, Collection<String> types) throws Exception {
        CepOperator<CareEvent, String, String> operator = new CepOperator<>(
                new CodecSerializer<>(new CareEventCodec(LetterEvents.CATALOGUE), true),
                false,
                NFACompiler.compileFactory(pattern, false),
                new Order(),
                pattern.getAfterMatchSkipStrategy(),
                new Describe(),
                null);
        PlainCep plain = new PlainCep(
                new KeyedOneInputStreamOperatorTestHarness<>(operator, CareEvent::subject, Types.STRING), types);
        plain.harness.open();
        return plain;
    }

    /** Gives it an event, which waits for its time or is late. */
    public void feed(CareEvent event) throws Exception {
        if (types.contains(event.type().name())) {
            harness.processElement(new StreamRecord<>(event, event.timeMillis()));
        }
    }

    /** Lets time go on, one watermark for each millisecond, so that absences come at their own times. */
    public void until(long untilMillis) throws Exception {
        while (timeMillis < untilMillis) {
            jumpTo(timeMillis + 1);
        }
    }

    /** Lets time go on in one step, with one watermark. */
    public void jumpTo(long newMillis) throws Exception {
        timeMillis = newMillis;
        harness.processWatermark(new Watermark(newMillis));
    }

    /** The matches of each customer, as {@code time a=1 b=2,3}, sorted. */
    public Map<String, List<String>> found() {
        Map<String, List<String>> found = new TreeMap<>();
        for (StreamRecord<? extends String> record : harness.extractOutputStreamRecords()) {
            String[] customerAndMatch = record.getValue().split("/", 2);
            found.computeIfAbsent(customerAndMatch[0], key -> new ArrayList<>())
                    .add(record.getTimestamp() + " " + customerAndMatch[1]);
        }
        found.values().forEach(matches -> matches.sort(null));
        return found;
    }

    @Override
    public void close() throws Exception {
        harness.close();
    }

    private static final class Order implements EventComparator<CareEvent> {
        private static final long serialVersionUID = 1L;

        @Override
        public int compare(CareEvent left, CareEvent right) {
            return TimelineOrder.byDueTime().compare(left, right);
        }
    }

    private static final class Describe extends PatternProcessFunction<CareEvent, String> {
        private static final long serialVersionUID = 1L;

        @Override
        public void processMatch(Map<String, List<CareEvent>> match, Context context, Collector<String> out) {
            out.collect(match.values().iterator().next().get(0).subject() + "/" + PatternHarness.describe(match));
        }
    }
}
