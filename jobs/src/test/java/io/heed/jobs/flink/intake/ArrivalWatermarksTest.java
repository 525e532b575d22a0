package io.heed.jobs.flink.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.events.catalogue.DefinitionFile;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.codec.DeadLetter;
import io.heed.testing.CareEvents;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.util.clock.ManualClock;
import org.junit.jupiter.api.Test;

class ArrivalWatermarksTest {
    private static final long DISORDER = 300;
    private static final long NO_IDLENESS = 0;
    private static final long WALL_CLOCK_START = 1_000_000;

    private final CareEvents events = CareEvents.on(
            EventCatalogue.load(folder -> List.of(new DefinitionFile("events/definitions/calls.yaml", """
                    event-types:
                      call.started: {description: A call begins.}
                      usage.rated: {description: Rated usage., usual-delay: 6h}
                    """))));
    private final ManualClock activity = new ManualClock();
    private final ManualClock wallClock = new ManualClock(WALL_CLOCK_START * 1_000_000);
    private final Emitted emitted = new Emitted();

    @Test
    void timeIsTheNewestEventLessTheAllowedDisorder() {
        ArrivalWatermarks watermarks = watermarks(NO_IDLENESS);

        arrive(watermarks, "call.started", 1_000);
        watermarks.onPeriodicEmit(emitted);

        // an event at 700 is still in time, so 699 is the last moment that is over
        assertThat(emitted.times).containsExactly(699L);
    }

    @Test
    void olderEventsDoNotTurnTimeBack() {
        ArrivalWatermarks watermarks = watermarks(NO_IDLENESS);

        arrive(watermarks, "call.started", 1_000);
        arrive(watermarks, "call.started", 800);
        watermarks.onPeriodicEmit(emitted);

        assertThat(emitted.times).containsExactly(699L);
    }

    @Test
    void slowEventsAndDeadLettersMoveNothing() {
        ArrivalWatermarks watermarks = watermarks(NO_IDLENESS);

        arrive(watermarks, "usage.rated", 5_000);
        watermarks.onEvent(new Arrival(null, new DeadLetter("f", 1, "no JSON", 1, "", "x"), 0), 0, emitted);
        watermarks.onPeriodicEmit(emitted);
        assertThat(emitted.times).isEmpty();

        arrive(watermarks, "call.started", 1_000);
        arrive(watermarks, "usage.rated", 5_000);
        watermarks.onPeriodicEmit(emitted);
        assertThat(emitted.times).containsExactly(699L);
    }

    @Test
    void aSilentPartitionFollowsTheWallClock() {
        ArrivalWatermarks watermarks = watermarks(60);
        arrive(watermarks, "call.started", 1_000);

        pass(59);
        watermarks.onPeriodicEmit(emitted);
        pass(1);
        watermarks.onPeriodicEmit(emitted);
        pass(10);
        watermarks.onPeriodicEmit(emitted);

        assertThat(emitted.times)
                .containsExactly(699L, WALL_CLOCK_START - DISORDER - 1, WALL_CLOCK_START + 10 - DISORDER - 1);
    }

    @Test
    void aPartitionThatNeverGaveAnythingHoldsNobodyAndDrivesNobody() {
        ArrivalWatermarks watermarks = watermarks(60);

        pass(60);
        watermarks.onPeriodicEmit(emitted);

        assertThat(emitted.times).isEmpty();
        assertThat(emitted.idle).isTrue();
    }

    @Test
    void anyRecordEndsTheSilence() {
        ArrivalWatermarks watermarks = watermarks(60);
        arrive(watermarks, "call.started", 1_000);

        pass(59);
        arrive(watermarks, "usage.rated", 900);
        pass(59);
        watermarks.onPeriodicEmit(emitted);

        assertThat(emitted.times).containsExactly(699L);
    }

    @Test
    void aFileNeverIdles() {
        ArrivalWatermarks watermarks = watermarks(NO_IDLENESS);
        arrive(watermarks, "call.started", 1_000);

        pass(1_000_000);
        watermarks.onPeriodicEmit(emitted);

        assertThat(emitted.times).containsExactly(699L);
    }

    private ArrivalWatermarks watermarks(long idleAfterMillis) {
        return new ArrivalWatermarks(DISORDER, idleAfterMillis, activity, wallClock);
    }

    private void arrive(ArrivalWatermarks watermarks, String type, long timeMillis) {
        Arrival arrival = new Arrival(events.of(type).at(timeMillis).create(), null, 0);
        watermarks.onEvent(arrival, arrival.drivesTimeTo(), emitted);
    }

    private void pass(long millis) {
        activity.advanceTime(java.time.Duration.ofMillis(millis));
        wallClock.advanceTime(java.time.Duration.ofMillis(millis));
    }

    private static final class Emitted implements WatermarkOutput {
        private final List<Long> times = new ArrayList<>();
        private boolean idle;

        @Override
        public void emitWatermark(Watermark watermark) {
            times.add(watermark.getTimestamp());
        }

        @Override
        public void markIdle() {
            idle = true;
        }

        @Override
        public void markActive() {}
    }
}
