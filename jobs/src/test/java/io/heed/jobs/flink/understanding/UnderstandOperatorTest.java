package io.heed.jobs.flink.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.events.CareEvent;
import io.heed.events.catalogue.DefinitionFile;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.change.Change;
import io.heed.events.state.CareEventCodec;
import io.heed.testing.CareEvents;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.TwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When events pass, and when time does; what is read of them by which version is tested end to end. */
class UnderstandOperatorTest {
    private static final EventCatalogue CATALOGUE =
            EventCatalogue.load(folder -> List.of(new DefinitionFile("events/definitions/all.yaml", """
                    event-types:
                      thing.happened: {}
                    """)));

    @TempDir
    private Path workspaceWithoutModels;

    private final CareEvents events = CareEvents.on(CATALOGUE);

    @Test
    void anEventWaitsUntilAllChangesOfItsTimeAreKnownAndTimeWaitsWithIt() throws Exception {
        try (var harness = harness()) {
            harness.open();
            harness.processElement1(at(20));
            harness.processWatermark1(new Watermark(30));
            assertThat(harness.getOutput()).isEmpty();
            harness.processWatermark2(new Watermark(19));
            assertThat(output(harness)).containsExactly("time 19");
            harness.processWatermark2(new Watermark(20));
            harness.processWatermark2(new Watermark(50));

            assertThat(output(harness)).containsExactly("time 19", "event 20", "time 20", "time 30");
        }
    }

    @Test
    void whatIsKnownPassesAtOnceHoweverLate() throws Exception {
        try (var harness = harness()) {
            harness.open();
            harness.processWatermark2(new Watermark(50));
            harness.processWatermark1(new Watermark(40));
            harness.processElement1(at(45));
            harness.processElement1(at(5));

            assertThat(output(harness)).containsExactly("time 40", "event 45", "event 5");
        }
    }

    @Test
    void whatHasWaitedPassesInOrderOfTime() throws Exception {
        try (var harness = harness()) {
            harness.open();
            harness.processElement1(at(20));
            harness.processElement1(at(10));
            harness.processElement1(at(60));
            harness.processWatermark2(new Watermark(50));

            assertThat(output(harness)).containsExactly("event 10", "event 20");
        }
    }

    @Test
    void changesDoNotMoveTheTimeOfEventsThatAreIdle() throws Exception {
        try (var harness = harness()) {
            harness.open();
            harness.processWatermark1(new Watermark(10));
            harness.processWatermarkStatus1(WatermarkStatus.IDLE);
            harness.processWatermark2(new Watermark(50));
            harness.processWatermarkStatus1(WatermarkStatus.ACTIVE);
            harness.processWatermark1(new Watermark(20));

            assertThat(output(harness)).containsExactly("idle", "time 10", "active", "time 20");
        }
    }

    @Test
    void theEndPassesWhenBothInputsHaveEnded() throws Exception {
        try (var harness = harness()) {
            harness.open();
            harness.processElement1(at(20));
            harness.processWatermark1(Watermark.MAX_WATERMARK);
            harness.processWatermark2(Watermark.MAX_WATERMARK);

            assertThat(output(harness)).containsExactly("event 20", "time " + Long.MAX_VALUE);
        }
    }

    @Test
    void whatWaitsIsInTheState() throws Exception {
        OperatorSubtaskState state;
        try (var harness = harness()) {
            harness.open();
            harness.processElement1(at(20));
            harness.processElement1(at(10));
            state = harness.snapshot(1, 1);
        }
        try (var harness = harness()) {
            harness.initializeState(state);
            harness.open();
            harness.processWatermark2(new Watermark(50));

            assertThat(output(harness)).containsExactly("event 10", "event 20");
        }
    }

    private TwoInputStreamOperatorTestHarness<CareEvent, Change, CareEvent> harness() throws Exception {
        UnderstandingOptions options =
                new UnderstandingOptions(workspaceWithoutModels.toString(), "a key for tests alone", "en", true);
        return new TwoInputStreamOperatorTestHarness<>(new UnderstandOperator(options, new CareEventCodec(CATALOGUE)));
    }

    private StreamRecord<CareEvent> at(long timeMillis) {
        return new StreamRecord<>(events.of("thing.happened").at(timeMillis).create());
    }

    private static List<String> output(TwoInputStreamOperatorTestHarness<CareEvent, Change, CareEvent> harness) {
        return harness.getOutput().stream()
                .map(output -> {
                    if (output instanceof Watermark mark) {
                        return "time " + mark.getTimestamp();
                    }
                    if (output instanceof WatermarkStatus status) {
                        return status.isIdle() ? "idle" : "active";
                    }
                    return "event " + ((CareEvent) ((StreamRecord<?>) output).getValue()).timeMillis();
                })
                .toList();
    }
}
