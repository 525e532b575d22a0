package io.heed.jobs.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heed.events.CareEvent;
import io.heed.events.catalogue.DefinitionFile;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.change.Change;
import io.heed.events.change.ChangeAction;
import io.heed.events.change.DefinitionKind;
import io.heed.events.change.OnChange;
import io.heed.events.change.RunMode;
import io.heed.events.codec.DeadLetter;
import io.heed.events.state.CareEventCodec;
import io.heed.jobs.change.ChangeVerdict;
import io.heed.models.health.Drift;
import io.heed.models.health.ModelHealth;
import io.heed.models.health.ModelHealth.DriftReport;
import io.heed.models.health.Quality;
import io.heed.models.health.Serving;
import io.heed.models.label.JudgedScore;
import io.heed.models.label.ServedScore;
import io.heed.models.label.SlicedDecision;
import io.heed.models.label.TrainingRow;
import io.heed.models.prediction.Arm;
import io.heed.models.prediction.Contribution;
import io.heed.models.prediction.FeatureValue;
import io.heed.models.prediction.Prediction;
import io.heed.patterns.PatternMatch;
import io.heed.testing.CareEvents;
import io.heed.triggers.contract.CareTrigger;
import io.heed.triggers.contract.Decision;
import io.heed.triggers.contract.Evidence;
import io.heed.triggers.contract.Evidence.MatchedEvent;
import io.heed.triggers.contract.Proposal;
import io.heed.triggers.contract.Reason;
import io.heed.triggers.contract.TriggerStep;
import io.heed.triggers.play.Autonomy;
import io.heed.triggers.play.Said;
import io.heed.triggers.play.Urgency;
import io.heed.triggers.profile.Purpose;
import io.heed.triggers.signal.SignalKind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CareResultCodecTest {
    private static final EventCatalogue CATALOGUE =
            EventCatalogue.load(folder -> List.of(new DefinitionFile("events/definitions/bills.yaml", """
                    event-types:
                      bill.issued:
                        description: A bill.
                        fields:
                          amount: {type: number}
                          account: {type: text}
                    """)));
    private static final CareEvent BILL = CareEvents.on(CATALOGUE)
            .of("bill.issued")
            .at("2026-03-01T02:00:00Z")
            .with("amount", 12.5)
            .create();

    private final CareEventCodec events = new CareEventCodec(CATALOGUE);
    private final CareResultCodec codec = new CareResultCodec(events);

    static List<CareResult> oneOfEachKind() {
        return List.of(
                new CareResult.Triggered(trigger()),
                new CareResult.Decided(Decision.erased("C1", 5)),
                new CareResult.CameLate(BILL),
                new CareResult.Labelled(
                        new TrainingRow("repeat", "C1", 5, "E1", List.of(1.0, Double.NaN), true, "control", 2)),
                new CareResult.Sliced(new SlicedDecision("repeat", "C1", 5, "E1", List.of("chat", ""))),
                new CareResult.Predicted(prediction(), 7),
                new CareResult.Judged(
                        new JudgedScore(new ServedScore("m", 300, Arm.CHALLENGER, 0.25, true), 9, true, false, 3)),
                new CareResult.ModelChecked(health()),
                new CareResult.Matched(new PatternMatch(
                        "bill-spike",
                        2,
                        RunMode.SHADOW,
                        5,
                        Map.of("bill", List.of(BILL)),
                        new TreeMap<>(Map.of("x", 1.5)))),
                new CareResult.Reviewed(new ChangeVerdict(
                        3,
                        new Change(
                                3,
                                7,
                                DefinitionKind.PATTERN,
                                ChangeAction.SET,
                                "bill-spike",
                                2,
                                false,
                                OnChange.FINISH,
                                new TreeMap<>(Map.of("ratio", "1.5")),
                                ""),
                        ChangeVerdict.Outcome.REFUSED,
                        List.of("no such parameter"))),
                new CareResult.Unattributed(BILL.withSubject("")),
                new CareResult.Unreadable(new DeadLetter("f.jsonl", 3, "is no JSON", 5_000, "ab12", "{\"zoë")));
    }

    @ParameterizedTest
    @MethodSource("oneOfEachKind")
    void everyKindOfResultIsReadBack(CareResult result) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        codec.write(result, new DataOutputStream(bytes));
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));

        assertThat(codec.read(in, codec.version())).isEqualTo(result);
        assertThat(in.available()).isZero();
    }

    @Test
    void everyKindOfResultIsTried() {
        assertThat(oneOfEachKind().stream().map(Object::getClass))
                .containsExactlyInAnyOrder(CareResult.class.getPermittedSubclasses());
    }

    @Test
    void anUnknownKindIsRefused() {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(new byte[] {99}));

        assertThatThrownBy(() -> codec.read(in, 1))
                .isInstanceOf(IOException.class)
                .hasMessage("kind of a result is not known: 99");
    }

    @Test
    void itsShapeIsThatOfItsEvents() {
        assertThat(codec.shape()).isEqualTo(events.shape());
    }

    private static ModelHealth health() {
        Quality quality = new Quality(3, 0.25, null, 0.5, 0.75, 1.0, 0.0, new Quality.Calibration(0.1, 0.2, true));
        return new ModelHealth(
                new Serving("m", 2, Arm.SHADOW),
                "hash",
                "repeat",
                0.31,
                0,
                5,
                3,
                2.5,
                new DriftReport(new Drift(0.1, 0.2, 3), new TreeMap<>(Map.of("x", new Drift(0.3, 0.2, 4)))),
                quality,
                ModelHealth.Shown.CONTROL,
                quality,
                quality,
                1);
    }

    private static CareTrigger trigger() {
        return new CareTrigger(
                "t1",
                TriggerStep.UPDATED,
                2,
                5,
                Reason.SIGNAL,
                "bill-spike",
                "C1",
                "higher-bill",
                "explain-bill",
                3,
                new Said("bill-higher", "The bill is higher than usual.", Urgency.HIGH),
                new Proposal(
                        "explain", "app", List.of("app", "sms"), true, Purpose.SERVICE, Autonomy.APPROVE, 0.5, 20, 1),
                null,
                6,
                7,
                new Evidence(
                        SignalKind.PATTERN,
                        "bill-spike",
                        1,
                        5,
                        List.of(new MatchedEvent("bill", "billing", "E1", "bill.issued", 4, Map.of("amount", 12.5))),
                        new TreeMap<>(Map.of("bill_ratio", 2.5)),
                        null),
                List.of("another-play"),
                "",
                false);
    }

    private static Prediction prediction() {
        return new Prediction(
                "repeat-contact",
                2,
                "9f86",
                "repeat",
                "C1",
                Arm.CHALLENGER,
                0.75,
                0.5,
                "E1",
                5,
                List.of(new FeatureValue("calls", null)),
                0.1,
                List.of(new Contribution("calls", null, 0.65)));
    }
}
