package io.heed.jobs.flink.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.events.CareEvent;
import io.heed.events.catalogue.DefinitionFile;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.codec.DeadLetter;
import io.heed.events.flink.CodecTypeInformation;
import io.heed.events.state.CareEventCodec;
import io.heed.events.state.DeadLetterCodec;
import java.util.List;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.junit.jupiter.api.Test;

class IntakeOperatorTest {
    private static final EventCatalogue CATALOGUE = EventCatalogue.load(
            folder -> folder.equals("events/definitions") ? List.of(new DefinitionFile("test.yaml", """
                    event-types:
                      thing.happened: {}
                    """)) : List.of());
    private static final CareEventCodec CODEC = new CareEventCodec(CATALOGUE);
    private static final OutputTag<CareEvent> SHARED = IntakeOperator.eventTag("shared", CODEC);

    @Test
    void customersHearWhereTimeEndsBeforeTheyHearThatItEnds() throws Exception {
        try (OneInputStreamOperatorTestHarness<Arrival, CareEvent> harness =
                new OneInputStreamOperatorTestHarness<>(operator())) {
            harness.setup();
            harness.open();
            harness.processElement(new StreamRecord<>(new Arrival(thing(20), null, 0), 20));
            harness.processElement(new StreamRecord<>(new Arrival(thing(10), null, 0), 10));
            harness.processWatermark(new Watermark(19));
            assertThat(harness.getSideOutput(SHARED)).isNullOrEmpty();

            harness.processWatermark(Watermark.MAX_WATERMARK);

            assertThat(harness.getSideOutput(SHARED)).hasSize(1);
            CareEvent end = harness.getSideOutput(SHARED).element().getValue();
            assertThat(end.type().name()).isEqualTo("input.ended");
            assertThat(end.timeMillis()).isEqualTo(20);
        }
    }

    private static IntakeOperator operator() {
        return new IntakeOperator(
                CATALOGUE.require("input.ended"),
                SHARED,
                IntakeOperator.eventTag("unattributed", CODEC),
                new OutputTag<>(
                        "dead-letters", new CodecTypeInformation<>(DeadLetter.class, new DeadLetterCodec(), true)));
    }

    private static CareEvent thing(long timeMillis) {
        return new CareEvent(
                CATALOGUE.require("thing.happened"),
                "thing-" + timeMillis,
                "test",
                "c",
                timeMillis,
                timeMillis,
                CareEvent.NO_SEQUENCE,
                new Object[0]);
    }
}
