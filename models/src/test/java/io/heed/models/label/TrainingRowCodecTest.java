package io.heed.models.label;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.events.state.Cell;
import io.heed.events.state.MemoryStateStore;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingRowCodecTest {
    private final Cell<TrainingRow> cell = new MemoryStateStore().cell("row", new TrainingRowCodec());

    @Test
    void everyPartOfARowIsReadBack() {
        TrainingRow row = new TrainingRow(
                "repeat-contact",
                "zoë",
                -5,
                "E1",
                List.of(1.5, Double.NaN, -0.0, Double.POSITIVE_INFINITY),
                true,
                "control",
                300);

        cell.set(row);

        assertThat(cell.get()).isEqualTo(row);
    }

    @Test
    void aRowWithoutFeaturesIsReadBack() {
        TrainingRow row = new TrainingRow("t", "", Long.MAX_VALUE, "", List.of(), false, "treated", 0);

        cell.set(row);

        assertThat(cell.get()).isEqualTo(row);
    }
}
