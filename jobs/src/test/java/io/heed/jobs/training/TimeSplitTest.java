package io.heed.jobs.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heed.models.label.TrainingRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimeSplitTest {
    private static final long HORIZON = 20;

    @Test
    void nothingIsLearnedThatWasNotKnownWhenTheTestBegins() {
        Random random = new Random(3);
        for (int trial = 0; trial < 200; trial++) {
            List<TrainingRow> rows = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(60); i++) {
                rows.add(at(random.nextInt(100)));
            }
            double share = random.nextDouble();
            TimeSplit split = TimeSplit.of(rows, share, HORIZON);
            long testBegins = rows.stream()
                    .filter(row -> split.of(row).equals(Split.TEST))
                    .mapToLong(TrainingRow::timeMillis)
                    .min()
                    .orElse(Long.MAX_VALUE);
            for (TrainingRow row : rows) {
                boolean known = testBegins == Long.MAX_VALUE || row.timeMillis() + HORIZON < testBegins;
                String expected = row.timeMillis() >= testBegins ? Split.TEST : known ? Split.TRAIN : Split.GAP;
                assertThat(split.of(row)).isEqualTo(expected);
            }
            long tested = rows.stream()
                    .filter(row -> split.of(row).equals(Split.TEST))
                    .count();
            assertThat(tested).isGreaterThanOrEqualTo((long) Math.floor(rows.size() * share));
        }
    }

    @Test
    void rowsOfOneInstantAreNeverOnBothSides() {
        TimeSplit split = TimeSplit.of(List.of(at(1), at(5), at(5), at(5)), 0.3, 1);

        assertThat(split.of(at(5))).isEqualTo(Split.TEST);
        assertThat(split.of(at(1))).isEqualTo(Split.TRAIN);
    }

    @Test
    void aShareThatIsNoneIsRefused() {
        assertThatThrownBy(() -> TimeSplit.of(List.of(), 1.5, 1))
                .hasMessage("test share is not within 0..1: 1.5 (legal: 0.3)");
    }

    private static TrainingRow at(long timeMillis) {
        return new TrainingRow("target", "C1", timeMillis, "E" + timeMillis, List.of(), false, "treated", 0);
    }
}
