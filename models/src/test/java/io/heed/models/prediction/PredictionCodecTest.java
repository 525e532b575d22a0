package io.heed.models.prediction;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.events.state.Cell;
import io.heed.events.state.MemoryStateStore;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PredictionCodecTest {
    private final Cell<Prediction> cell = new MemoryStateStore().cell("prediction", new PredictionCodec());

    @ParameterizedTest
    @EnumSource
    void everyPartOfAPredictionIsReadBack(Arm arm) {
        Prediction prediction = prediction(
                arm,
                List.of(new FeatureValue("calls", 2.0), new FeatureValue("ratio", null)),
                List.of(new Contribution("calls", 2.0, 0.25), new Contribution("ratio", null, -0.125)));

        cell.set(prediction);

        assertThat(cell.get()).isEqualTo(prediction);
    }

    @Test
    void aPredictionThatIsNotExplainedIsReadBack() {
        Prediction prediction = prediction(Arm.CHAMPION, List.of(), List.of());

        cell.set(prediction);

        assertThat(cell.get()).isEqualTo(prediction);
    }

    private static Prediction prediction(Arm arm, List<FeatureValue> features, List<Contribution> contributions) {
        return new Prediction(
                "repeat-contact",
                70_000,
                "9f86d081",
                "repeat",
                "C1",
                arm,
                0.75,
                0.5,
                "E1",
                1_772_359_200_000L,
                features,
                0.1,
                contributions);
    }
}
