package io.heed.models.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heed.models.health.ModelHealth.DriftReport;
import io.heed.models.health.ModelHealth.Shown;
import io.heed.models.prediction.Arm;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ModelHealthJsonTest {
    private static final Quality NOTHING = new Quality(0, null, null, null, null, null, null, null);
    private static final Quality SOME =
            new Quality(200, 0.25, 0.3, 0.5, 0.75, 0.8, 0.125, new Quality.Calibration(0.05, 0.02, true));
    private static final DriftReport DRIFT = new DriftReport(
            new Drift(0.02, 0.04, 10),
            new TreeMap<>(Map.of("contacts_7d", new Drift(0.08, 0.04, 4), "bill_ratio", new Drift(0.01, 0.05, 3))));

    @Test
    void aLineHasItsFieldsInAFixedOrder() {
        assertThat(ModelHealthJson.write(health(1, 86_400_000, DRIFT)))
                .isEqualTo(("{'model':'repeat-contact','version':1,'modelHash':'5f','target':'repeat-contact',"
                                + "'arm':'shadow','from':'1970-01-01T00:00:00Z','to':'1970-01-02T00:00:00Z',"
                                + "'alarms':['drift of contacts_7d','calibration'],"
                                + "'predictions':500,'effectivePredictions':412.5,"
                                + "'drift':{'worst':2.0,'score':{'psi':0.02,'limit':0.04,'bins':10},'features':{"
                                + "'bill_ratio':{'psi':0.01,'limit':0.05,'bins':3},"
                                + "'contacts_7d':{'psi':0.08,'limit':0.04,'bins':4}}},"
                                + "'threshold':0.31,"
                                + "'estimated':{'decisions':0,'happened':null,'promised':null,'precision':null,"
                                + "'recall':null,'auc':null,'brier':null,'calibration':null},"
                                + "'shown':'untreated-rest',"
                                + "'control':{'decisions':0,'happened':null,'promised':null,'precision':null,"
                                + "'recall':null,'auc':null,'brier':null,'calibration':null},"
                                + "'untreated':{'decisions':200,'happened':0.25,'promised':0.3,'precision':0.5,"
                                + "'recall':0.75,'auc':0.8,'brier':0.125,"
                                + "'calibration':{'error':0.05,'byChance':0.02,'alarm':true}},"
                                + "'treated':7}")
                        .replace('\'', '"'));
    }

    @Test
    void whatIsWrittenIsReadBack() {
        assertThat(ModelHealthJson.read(ModelHealthJson.write(health(1, 5, DRIFT))))
                .isEqualTo(health(1, 5, DRIFT));
        assertThat(ModelHealthJson.read(ModelHealthJson.write(health(2, 5, null))))
                .isEqualTo(health(2, 5, null));
    }

    @Test
    void anotherLineIsRefused() {
        assertThatThrownBy(() -> ModelHealthJson.read("{\"customer\": \"C1\"}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not a line of model-health");
    }

    @Test
    void theNewestLineOfEachVersionAndPartCountsInWhateverOrderTheyCome() {
        NewestHealth newest = new NewestHealth();
        newest.add(ModelHealthJson.write(health(2, 300, null)));
        newest.add(ModelHealthJson.write(health(1, 200, null)));
        newest.add(ModelHealthJson.write(health(1, 100, DRIFT)));

        assertThat(newest.all()).containsExactly(health(1, 200, null), health(2, 300, null));
    }

    private static ModelHealth health(int version, long toMillis, @Nullable DriftReport drift) {
        return new ModelHealth(
                new Serving("repeat-contact", version, Arm.SHADOW),
                "5f",
                "repeat-contact",
                0.31,
                0,
                toMillis,
                500,
                412.5,
                drift,
                NOTHING,
                Shown.UNTREATED_REST,
                NOTHING,
                SOME,
                7);
    }
}
