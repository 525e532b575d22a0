package io.heed.triggers.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.events.CareEvent;
import io.heed.events.FieldType;
import io.heed.events.state.CareEventCodec;
import io.heed.patterns.PatternMatch;
import io.heed.triggers.TelcoWorkspace;
import io.heed.triggers.contract.Proposal;
import io.heed.triggers.play.Autonomy;
import io.heed.triggers.play.Message;
import io.heed.triggers.play.Said;
import io.heed.triggers.play.Urgency;
import io.heed.triggers.profile.Purpose;
import io.heed.triggers.signal.MatchSignal;
import io.heed.triggers.signal.Score;
import io.heed.triggers.signal.ScoreSignal;
import io.heed.triggers.signal.Signal;
import io.heed.triggers.signal.SignalCodec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OpenCaseCodecTest {
    private static final CareEvent CART =
            TelcoWorkspace.event("cart.abandoned", "e1", "C1", 1_000, "cart", "K1", "amount", 25.0);

    private final OpenCaseCodec codec = new OpenCaseCodec(new SignalCodec(new CareEventCodec(TelcoWorkspace.EVENTS)));

    @Test
    void aCaseOnAPatternAndAScoreSurvives() throws IOException {
        Signal match = new MatchSignal(new PatternMatch(
                "cart", 2, 1_000, Map.of("cart", List.of(CART, CART)), new TreeMap<>(Map.of("calls_7d", 3.0))));
        Signal score = new ScoreSignal(
                new Score(
                        "repeat-contact",
                        3,
                        "9f2c",
                        "target",
                        "champion",
                        0.8,
                        0.5,
                        0.1,
                        1_000,
                        List.of(new Score.Factor("calls_7d", null, 0.4), new Score.Factor("bill_ratio", 2.0, 0.3)),
                        List.of("calls in seven days (not known)")),
                CART);
        Message message = new Message(
                "cart-help",
                List.of(
                        new Message.Parameter("amount", FieldType.NUMBER, "USD", 25.0),
                        new Message.Parameter("again", FieldType.FLAG, "", true),
                        new Message.Parameter("since", FieldType.TIME, "", "2026-03-02T10:00:00Z")));
        OpenCase open = OpenCase.on(List.of(ground("a", match, message), ground("b", score, null)), "C1", true)
                .raisedAt(5_000)
                .revised();

        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        codec.write(open, new DataOutputStream(bytes));
        OpenCase read = codec.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())), codec.version());

        assertThat(read).isEqualTo(open);
        assertThat(read.revision()).isEqualTo(1);
    }

    @Test
    void itsShapeIsThatOfItsEvents() {
        assertThat(codec.shape()).isEqualTo(new CareEventCodec(TelcoWorkspace.EVENTS).shape());
        assertThat(codec.refusal(1, codec.shape())).isEmpty();
        assertThat(codec.refusal(codec.version(), codec.shape())).isEmpty();
        assertThat(codec.refusal(codec.version() + 1, codec.shape())).isNotEmpty();
    }

    private static Ground ground(String play, Signal signal, @Nullable Message message) {
        return new Ground(
                "id-" + play,
                "cart",
                play,
                1,
                true,
                signal,
                new TreeMap<>(Map.of("bill_ratio", 1.5)),
                new Said("code", "A sentence.", Urgency.HIGH),
                new Proposal("act", "app", List.of("app", "sms"), true, Purpose.OFFER, Autonomy.AUTO, 0.5, 10, 5),
                message,
                9_000);
    }
}
