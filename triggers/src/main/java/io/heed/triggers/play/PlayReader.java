package io.heed.triggers.play;

import io.heed.events.EventType;
import io.heed.events.Field;
import io.heed.events.PersonalData;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.expression.ExpressionCompiler;
import io.heed.events.expression.ValueType;
import io.heed.events.yaml.YamlMapping;
import io.heed.events.yaml.YamlValue;
import io.heed.triggers.profile.Purpose;
import io.heed.triggers.signal.SignalKind;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads one play from YAML and checks every expression against what its signal gives. */
final class PlayReader {
    private static final String SCORED = "prediction.score >= prediction.threshold";

    private final EventCatalogue catalogue;
    private final Collection<String> features;
    private final SignalReader signals;
    private final ChangesReader changes;

    PlayReader(EventCatalogue catalogue, Collection<String> features, SignalCatalogue signals) {
        this.catalogue = catalogue;
        this.features = features;
        this.signals = new SignalReader(signals);
        this.changes = new ChangesReader(catalogue);
    }

    /** The play under a key; null where its signal is unknown, so that nothing else of it can be checked. */
    @Nullable
    Play read(YamlValue at, YamlMapping body) {
        String name = Checks.kebabCase(at, at.key());
        SignalReader.Named signal = signals.read(body);
        if (signal == null) {
            body.entries(); // nothing can be checked without the signal, not even which keys are known
            return null;
        }
        PlayScope scope = new PlayScope(signal.kind(), signal.stages(), features, catalogue);
        boolean scored = signal.kind() == SignalKind.MODEL;
        YamlValue urgency = body.find("urgency");
        Urgency urgent = urgency == null ? Urgency.NORMAL : urgency.choice(Urgency.class);
        YamlValue cause = body.require("cause", "billing");
        Play play = new Play(
                name,
                body.wholeNumber("version", 1),
                body.requireText("description", "Explains a bill that is higher than usual."),
                cause == null ? "" : Checks.kebabCase(cause, cause.text()),
                signal.kind(),
                signal.name(),
                signal.stages(),
                Checks.condition(body.find("when"), scope.compiler(), scored ? SCORED : ""),
                profiling(body, scored),
                action(body),
                worth(body, scope.compiler()),
                duration(body, "cool-down", "14d"),
                duration(body, "expires", "3d"),
                urgent == null ? Urgency.NORMAL : urgent,
                ReasonReader.reasons(body, scope.compiler()),
                MessageReader.read(body.find("message"), scope.compiler()),
                evidence(body.find("evidence"), signal.stages()),
                changes.read(body, scope));
        body.rejectUnknownKeys();
        return play;
    }

    private static boolean profiling(YamlMapping body, boolean scored) {
        boolean profiling = body.flag("profiling", scored);
        YamlValue at = body.find("profiling");
        if (scored && !profiling && at != null) {
            at.problem("profiling is false, but no score is kept of who has not agreed to it (legal: profiling: true)");
        }
        return profiling;
    }

    private static Action action(YamlMapping body) {
        YamlValue channels = body.require("channels", "[app, sms]");
        YamlValue purpose = body.require("purpose", "service");
        YamlValue autonomy = body.require("autonomy", "approve");
        YamlValue reaches = body.require("reaches-customer", "true");
        Purpose meant = purpose == null ? null : purpose.choice(Purpose.class);
        Autonomy free = autonomy == null ? null : autonomy.choice(Autonomy.class);
        return new Action(
                body.requireText("action", "explain-bill"),
                channels == null ? List.of("app") : channels.texts(),
                reaches != null && reaches.flag(),
                meant == null ? Purpose.SERVICE : meant,
                free == null ? Autonomy.INFORM : free);
    }

    private static Worth worth(YamlMapping body, ExpressionCompiler compiler) {
        YamlValue value = body.require("value", "{customer: 20, business: 5}");
        YamlMapping values = value == null ? null : value.mapping();
        String customer = "0.0";
        String business = "0.0";
        if (values != null) {
            customer = number(values.require("customer", "20"), compiler);
            business = number(values.require("business", "5"), compiler);
            values.rejectUnknownKeys();
        }
        return new Worth(number(body.require("probability", "0.4"), compiler), customer, business);
    }

    private Map<String, List<String>> evidence(@Nullable YamlValue at, Map<String, StageShape> stages) {
        Map<String, List<String>> evidence = new TreeMap<>();
        YamlMapping mapping = at == null ? null : at.mapping();
        if (mapping == null) {
            return evidence;
        }
        mapping.entries().forEach((stage, fields) -> {
            StageShape shape = stages.get(stage);
            if (shape == null) {
                fields.problem("stage is not one of the signal's: " + stage + " (legal: "
                        + new TreeSet<>(stages.keySet()) + ")");
            } else {
                fields.list().forEach(field -> checkEvidence(field, shape));
                evidence.put(stage, fields.texts());
            }
        });
        return evidence;
    }

    private void checkEvidence(YamlValue at, StageShape shape) {
        for (String typeName : shape.types()) {
            EventType type = catalogue.require(typeName);
            Field field = type.field(at.text());
            if (field != null && field.personal() == PersonalData.NONE) {
                return;
            }
            if (field != null) {
                at.problem("field holds personal data and cannot be evidence: " + at.text());
                return;
            }
        }
        at.problem("field is in none of the stage's types " + shape.types() + ": " + at.text());
    }

    private static long duration(YamlMapping body, String key, String example) {
        YamlValue duration = body.require(key, example);
        return duration == null ? 1 : duration.durationMillis();
    }

    private static String number(@Nullable YamlValue at, ExpressionCompiler compiler) {
        if (at == null) {
            return "0.0";
        }
        compiler.compile(at, ValueType.NUMBER);
        return at.text();
    }
}
