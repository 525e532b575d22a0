package io.heed.triggers.play;

import io.heed.events.yaml.YamlMapping;
import io.heed.events.yaml.YamlValue;
import io.heed.triggers.signal.ScoreSignal;
import io.heed.triggers.signal.SignalKind;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads which signal starts a play. */
final class SignalReader {
    private final SignalCatalogue signals;

    SignalReader(SignalCatalogue signals) {
        this.signals = signals;
    }

    /** A signal with the stages that expressions may read. */
    record Named(SignalKind kind, String name, Map<String, StageShape> stages) {}

    /** The signal of a play; null where it is unknown, which is then noted. */
    @Nullable
    Named read(YamlMapping body) {
        YamlValue at = body.require("signal", "{pattern: bill-spike}");
        YamlMapping mapping = at == null ? null : at.mapping();
        if (at == null || mapping == null) {
            return null;
        }
        YamlValue pattern = mapping.find("pattern");
        YamlValue model = mapping.find("model");
        mapping.rejectUnknownKeys();
        if ((pattern == null) == (model == null)) {
            at.problem("signal names neither or both of pattern and model (legal: signal: {pattern: bill-spike})");
            return null;
        }
        return pattern != null ? pattern(pattern) : model(Objects.requireNonNull(model));
    }

    private @Nullable Named pattern(YamlValue at) {
        Map<String, StageShape> stages = signals.stages(at.text());
        if (stages == null) {
            at.problem("pattern is not declared: " + at.text() + " (legal: " + new TreeSet<>(signals.patterns()) + ")");
            return null;
        }
        for (String stage : stages.keySet()) {
            if (PlayScope.RESERVED.contains(stage)) {
                at.problem("pattern has a stage with a name that plays need for themselves: " + stage);
                return null;
            }
        }
        return new Named(SignalKind.PATTERN, at.text(), stages);
    }

    private @Nullable Named model(YamlValue at) {
        String decision = signals.decisionType(at.text());
        if (decision == null) {
            at.problem("model is not in the repository: " + at.text() + " (legal: " + new TreeSet<>(signals.models())
                    + ")");
            return null;
        }
        return new Named(SignalKind.MODEL, at.text(), Map.of(ScoreSignal.STAGE, StageShape.one(decision)));
    }
}
