package io.heed.jobs.flink.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class JobTotalsTest {
    @Test
    void everyFateCountsOnce() {
        Map<String, Object> accumulators = Map.of(
                "records",
                28L,
                "handled",
                1L,
                "duplicate",
                2L,
                "late",
                3L,
                "erased",
                4L,
                "unattributed",
                5L,
                "shared",
                6L,
                "deadLetters",
                7L);

        JobTotals totals = JobTotals.of(accumulators);

        assertThat(totals.accountedFor()).isEqualTo(28);
        assertThat(totals.addUp()).isTrue();
    }

    @Test
    void fieldsThatWereLeftOutAreNoFate() {
        assertThat(JobTotals.of(Map.of("records", 1L, "ignoredFields", 1L)).addUp())
                .isFalse();
    }

    @Test
    void accumulatorsThatAreNoCountsAreLeftOut() {
        assertThat(JobTotals.of(Map.of("names", "a")).counts()).isEmpty();
    }
}
