package io.heed.benchmarks.patterns.flink;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.benchmarks.flink.FinishedRun;
import io.heed.benchmarks.flink.MeasuredJob;
import io.heed.benchmarks.flink.MeasuringFlink;
import io.heed.benchmarks.patterns.MatchSum;
import io.heed.benchmarks.patterns.MeasuredPatterns;
import io.heed.benchmarks.traffic.TrafficPlan;
import io.heed.benchmarks.traffic.TrafficTypes;
import io.heed.patterns.definition.PatternDefinitions;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The benchmark compares what does the same work. */
class SameMatchesTest {
    private static final TrafficPlan PLAN = TrafficPlan.of(3_000, 150);

    @Test
    void heedAndPlainCepMatchTheSameWithAllTwentyPatterns() throws Exception {
        PatternDefinitions patterns = MeasuredPatterns.of(20, TrafficTypes.catalogue());
        try (MeasuringFlink flink = new MeasuringFlink(1, Backend.HEAP.configuration())) {
            MatchSum heed = matches(flink, new HeedJob(PLAN, patterns));

            assertThat(heed.count()).isGreaterThan(100);
            assertThat(matches(flink, new PlainCepJob(PLAN, patterns, true))).isEqualTo(heed);
        }
    }

    @Test
    void aRunThatTakesTooLongIsCancelled() throws Exception {
        PatternDefinitions patterns = MeasuredPatterns.of(1, TrafficTypes.catalogue());
        try (MeasuringFlink flink = new MeasuringFlink(1, Backend.HEAP.configuration())) {
            HeedJob endless = new HeedJob(TrafficPlan.of(1_000_000_000L, 150), patterns);

            assertThat(flink.runWithin(endless, Duration.ofMillis(200))).isNull();
            assertThat(matches(flink, new HeedJob(PLAN, patterns)).count()).isPositive();
        }
    }

    private static MatchSum matches(MeasuringFlink flink, MeasuredJob job) throws Exception {
        FinishedRun run = Objects.requireNonNull(flink.runWithin(job, Duration.ofMinutes(2)), "run");
        assertThat(run.measurement().events()).isEqualTo(PLAN.total());
        return MatchSumFunction.of(run);
    }
}
