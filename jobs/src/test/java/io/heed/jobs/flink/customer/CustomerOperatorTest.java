package io.heed.jobs.flink.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.events.CareEvent;
import io.heed.events.EventType;
import io.heed.events.catalogue.DefinitionFile;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.state.CareEventCodec;
import io.heed.jobs.configuration.TimeOptions;
import io.heed.jobs.customer.SharedRecord;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CustomerOperatorTest {
    private static final long HOUR = 3_600_000;
    private static final EventCatalogue CATALOGUE = EventCatalogue.load(
            folder -> folder.equals("events/definitions") ? List.of(new DefinitionFile("test.yaml", """
                    event-types:
                      thing.happened: {}
                      usage.rated: {usual-delay: 6h}
                    """)) : List.of());
    private static final EventType THING = CATALOGUE.require("thing.happened");
    private static final EventType USAGE = CATALOGUE.require("usage.rated");
    private static final EventType END = CATALOGUE.require("input.ended");

    @Test
    void eventsAreHandledInOrderOfTimeThenSourceThenSequence() throws Exception {
        try (Harness harness = harness(TimeOptions.usual())) {
            harness.processElement1(event(THING, "late-comer", "c", 30, 30, "b", 1));
            harness.processElement1(event(THING, "second", "c", 20, 20, "b", 2));
            harness.processElement1(event(THING, "first", "c", 20, 20, "b", 1));
            harness.processElement1(event(THING, "other-source", "c", 20, 20, "a", 9));
            harness.watermark(30);

            assertThat(harness.results())
                    .containsExactly(
                            "20 event other-source", "20 event first", "20 event second", "30 event late-comer");
        }
    }

    @Test
    void nothingIsHandledBeforeTheWatermarkHasPassedIt() throws Exception {
        try (Harness harness = harness(TimeOptions.usual())) {
            harness.processElement1(event(THING, "e", "c", 20));
            harness.watermark(19);
            assertThat(harness.results()).isEmpty();
            harness.watermark(20);
            assertThat(harness.results()).containsExactly("20 event e");
        }
    }

    @Test
    void workThatIsDueComesBeforeAnEventOfTheSameTime() throws Exception {
        try (Harness harness = harness(TimeOptions.usual())) {
            harness.processElement1(event(THING, "first", "c", 0));
            harness.processElement1(event(THING, "second", "c", HOUR));
            harness.watermark(HOUR);

            assertThat(harness.results()).containsExactly("0 event first", HOUR + " due first", HOUR + " event second");
        }
    }

    @Test
    void aTimerWakesASilentCustomer() throws Exception {
        try (Harness harness = harness(TimeOptions.usual())) {
            harness.processElement1(event(THING, "e", "c", 0));
            harness.watermark(10);
            harness.watermark(HOUR - 1);
            assertThat(harness.results()).containsExactly("0 event e");
            harness.watermark(HOUR);
            assertThat(harness.results()).containsExactly("0 event e", HOUR + " due e");
        }
    }

    @Test
    void anEventBehindTheWatermarkIsLate() throws Exception {
        try (Harness harness = harness(TimeOptions.usual())) {
            harness.watermark(100);
            harness.processElement1(event(THING, "e", "c", 100));

            assertThat(harness.results()).containsExactly("100 late e");
        }
    }

    @Test
    void aSlowEventIsHandledAtItsArrivalAndNeverLate() throws Exception {
        try (Harness harness = harness(TimeOptions.usual())) {
            harness.processElement1(event(USAGE, "usage", "c", 10, 50, "rating", 1));
            harness.processElement1(event(THING, "thing", "c", 40));
            harness.watermark(60);
            harness.processElement1(event(USAGE, "older", "c", 5, 55, "rating", 2));
            harness.watermark(61);

            assertThat(harness.results()).containsExactly("40 event thing", "50 event usage", "61 event older");
        }
    }

    @Test
    void withoutDisorderAnEventIsHandledAsItArrives() throws Exception {
        TimeOptions prompt = new TimeOptions(0, HOUR, HOUR, HOUR, Long.MIN_VALUE, TimeOptions.LAST_EVENT);
        try (Harness harness = harness(prompt)) {
            harness.processElement1(event(THING, "e", "c", 20));

            assertThat(harness.results()).containsExactly("20 event e");
        }
    }

    @Test
    void theEndOfTheInputIsNotTheEndOfTime() throws Exception {
        try (Harness harness = harness(TimeOptions.usual())) {
            harness.processElement1(event(THING, "first", "c", 0));
            harness.processElement1(event(THING, "last", "d", HOUR));
            harness.processElement2(shared(event(END, "end", "", HOUR)));
            harness.watermark(Watermark.MAX_WATERMARK.getTimestamp());

            assertThat(harness.results())
                    .containsExactlyInAnyOrder("0 event first", HOUR + " event last", HOUR + " due first");
        }
    }

    @Test
    void timeGoesOnUntilItIsToldTo() throws Exception {
        try (Harness harness = harness(TimeOptions.usual().until(2 * HOUR))) {
            harness.processElement1(event(THING, "e", "c", HOUR));
            harness.processElement2(shared(event(END, "end", "", HOUR)));
            harness.watermark(Watermark.MAX_WATERMARK.getTimestamp());

            assertThat(harness.results()).containsExactly(HOUR + " event e", 2 * HOUR + " due e");
        }
    }

    @Test
    void aRestartLosesNeitherWaitingEventsNorDeadlines() throws Exception {
        OperatorSubtaskState checkpoint;
        List<String> results = new ArrayList<>();
        try (Harness harness = harness(TimeOptions.usual())) {
            harness.processElement1(event(THING, "handled", "c", 10));
            harness.watermark(20);
            harness.processElement1(event(THING, "waiting", "c", 40));
            harness.processElement1(event(THING, "waits-too", "d", 30));
            checkpoint = harness.snapshot(1, 1);
            results.addAll(harness.results());
        }
        try (Harness harness = harness(TimeOptions.usual(), checkpoint)) {
            harness.watermark(HOUR + 10);
            results.addAll(harness.results());
        }

        assertThat(results)
                .containsExactlyInAnyOrder(
                        "10 event handled", "30 event waits-too", "40 event waiting", HOUR + 10 + " due handled");
    }

    @Test
    void anEventThatWasLateBeforeARestartIsLateAfterIt() throws Exception {
        OperatorSubtaskState checkpoint;
        try (Harness harness = harness(TimeOptions.usual())) {
            harness.watermark(100);
            checkpoint = harness.snapshot(1, 1);
        }
        try (Harness harness = harness(TimeOptions.usual(), checkpoint)) {
            harness.processElement1(event(THING, "e", "c", 90));

            assertThat(harness.results()).containsExactly("90 late e");
        }
    }

    private static StreamRecord<SharedRecord> shared(StreamRecord<CareEvent> event) {
        return new StreamRecord<>(new SharedRecord.Happened(event.getValue()), event.getTimestamp());
    }

    private static StreamRecord<CareEvent> event(EventType type, String id, String customer, long timeMillis) {
        return event(type, id, customer, timeMillis, timeMillis, "source", 0);
    }

    private static StreamRecord<CareEvent> event(
            EventType type,
            String id,
            String customer,
            long timeMillis,
            long arrivedMillis,
            String source,
            long sequence) {
        @Nullable Object[] row = new Object[type.fields().size()];
        return new StreamRecord<>(
                new CareEvent(type, id, source, customer, timeMillis, arrivedMillis, sequence, row), timeMillis);
    }

    private static Harness harness(TimeOptions time) throws Exception {
        Harness harness = new Harness(time);
        harness.open();
        return harness;
    }

    private static Harness harness(TimeOptions time, OperatorSubtaskState from) throws Exception {
        Harness harness = new Harness(time);
        harness.initializeState(from);
        harness.open();
        return harness;
    }

    private static final class Harness
            extends KeyedTwoInputStreamOperatorTestHarness<String, CareEvent, SharedRecord, String> {
        Harness(TimeOptions time) throws Exception {
            super(
                    new CustomerOperator<>(new RecordingTimelines(), new CareEventCodec(CATALOGUE), time),
                    CareEvent::subject,
                    null,
                    Types.STRING);
            AbstractStreamOperatorTestHarness<String> harness = this;
            harness.setup(Types.STRING.createSerializer(getExecutionConfig().getSerializerConfig()));
        }

        void watermark(long timeMillis) throws Exception {
            processWatermark1(new Watermark(timeMillis));
            processWatermark2(new Watermark(timeMillis));
        }

        List<String> results() {
            return extractOutputValues();
        }
    }
}
