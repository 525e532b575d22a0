package io.heed.triggers.play;

import io.heed.events.EventType;
import io.heed.events.Field;
import io.heed.events.FieldType;
import io.heed.events.PersonalData;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.expression.ExpressionCompiler;
import io.heed.events.expression.ValueType;
import io.heed.events.yaml.YamlMapping;
import io.heed.events.yaml.YamlValue;
import io.heed.triggers.profile.Purpose;
import io.heed.triggers.signal.ScoreSignal;
import io.heed.triggers.signal.SignalKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one play from YAML and checks every expression against what its signal gives. */
final class PlayReader {
    private static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final String SCORED = "prediction.score >= prediction.threshold";

    private final EventCatalogue catalogue;
    private final Collection<String> features;
    private final SignalCatalogue signals;

    PlayReader(EventCatalogue catalogue, Collection<String> features, SignalCatalogue signals) {
        this.catalogue = catalogue;
        this.features = features;
        this.signals = signals;
    }

    private record SignalName(SignalKind kind, String name, Map<String, StageShape> stages) {}

    /** The play under a key; null where its signal is unknown, so that nothing else of it can be checked. */
    @Nullable
    Play read(YamlValue at, YamlMapping body) {
        String name = kebab(at, at.key());
        SignalName signal = signal(body);
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
                cause == null ? "" : kebab(cause, cause.text()),
                signal.kind(),
                signal.name(),
                signal.stages(),
                condition(body.find("when"), scope.compiler(), scored ? SCORED : ""),
                body.flag("profiling", scored),
                action(body),
                worth(body, scope.compiler()),
                duration(body, "cool-down", "14d"),
                duration(body, "expires", "3d"),
                urgent == null ? Urgency.NORMAL : urgent,
                reasons(body, scope.compiler()),
                message(body.find("message"), scope.compiler()),
                evidence(body.find("evidence"), signal.stages()),
                changes(body, scope));
        body.rejectUnknownKeys();
        return play;
    }

    private @Nullable SignalName signal(YamlMapping body) {
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
        return pattern != null ? pattern(pattern) : model(java.util.Objects.requireNonNull(model));
    }

    private @Nullable SignalName pattern(YamlValue at) {
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
        return new SignalName(SignalKind.PATTERN, at.text(), stages);
    }

    private @Nullable SignalName model(YamlValue at) {
        String decision = signals.decisionType(at.text());
        if (decision == null) {
            at.problem("model is not in the repository: " + at.text() + " (legal: " + new TreeSet<>(signals.models())
                    + ")");
            return null;
        }
        return new SignalName(SignalKind.MODEL, at.text(), Map.of(ScoreSignal.STAGE, StageShape.one(decision)));
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

    private List<ReasonRule> reasons(YamlMapping body, ExpressionCompiler compiler) {
        YamlValue at = body.require("reasons", "[{code: bill-higher, sentence: The bill is higher than usual.}]");
        List<ReasonRule> rules = new ArrayList<>();
        if (at == null) {
            return rules;
        }
        for (YamlValue item : at.list()) {
            YamlMapping mapping = item.mapping();
            if (mapping != null) {
                rules.add(reason(mapping, compiler));
                mapping.rejectUnknownKeys();
            }
        }
        if (!rules.isEmpty() && !rules.get(rules.size() - 1).when().isEmpty()) {
            at.problem("last reason has a condition, so that none may hold (legal: - {code: other, sentence: ...})");
        }
        return rules;
    }

    private ReasonRule reason(YamlMapping mapping, ExpressionCompiler compiler) {
        YamlValue code = mapping.require("code", "bill-higher");
        YamlValue sentence = mapping.require("sentence", "The bill is {bill.charges:0.00} USD.");
        if (sentence != null) {
            Sentence.check(sentence, compiler);
        }
        return new ReasonRule(
                code == null ? "" : kebab(code, code.text()),
                condition(mapping.find("when"), compiler, ""),
                sentence == null ? "" : sentence.text(),
                urgency(mapping));
    }

    private static @Nullable MessageTemplate message(@Nullable YamlValue at, ExpressionCompiler compiler) {
        YamlMapping mapping = at == null ? null : at.mapping();
        if (mapping == null) {
            return null;
        }
        String template = mapping.requireText("template", "bill-explained");
        List<MessageTemplate.Parameter> parameters = new ArrayList<>();
        YamlValue declared = mapping.find("parameters");
        YamlMapping each = declared == null ? null : declared.mapping();
        if (each != null) {
            each.entries().forEach((name, value) -> {
                YamlMapping parameter = value.mapping();
                if (parameter != null) {
                    parameters.add(parameter(value.key(), parameter, compiler));
                    parameter.rejectUnknownKeys();
                }
            });
        }
        mapping.rejectUnknownKeys();
        return new MessageTemplate(template, parameters);
    }

    private static MessageTemplate.Parameter parameter(String name, YamlMapping mapping, ExpressionCompiler compiler) {
        YamlValue type = mapping.require("type", "number");
        YamlValue value = mapping.require("value", "bill.charges");
        FieldType fieldType = type == null ? null : type.choice(FieldType.class);
        if (fieldType == FieldType.LIST && type != null) {
            type.problem("type of a parameter cannot be list (legal: text)");
            fieldType = null;
        }
        if (fieldType != null && value != null) {
            compiler.compile(value, CompiledPlay.valueType(fieldType));
        }
        return new MessageTemplate.Parameter(
                name,
                fieldType == null ? FieldType.TEXT : fieldType,
                mapping.text("unit", ""),
                value == null ? "" : value.text());
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

    private List<ChangeRule> changes(YamlMapping body, PlayScope scope) {
        List<ChangeRule> rules = new ArrayList<>();
        rules.addAll(changes(body.find("clears-when"), ChangeKind.CLEARS, scope));
        rules.addAll(changes(body.find("expires-when"), ChangeKind.EXPIRES, scope));
        rules.addAll(changes(body.find("updates-when"), ChangeKind.UPDATES, scope));
        return rules;
    }

    private List<ChangeRule> changes(@Nullable YamlValue at, ChangeKind kind, PlayScope scope) {
        List<ChangeRule> rules = new ArrayList<>();
        if (at == null) {
            return rules;
        }
        for (YamlValue item : at.list()) {
            YamlMapping mapping = item.mapping();
            if (mapping != null) {
                ChangeRule rule = change(mapping, kind, scope);
                mapping.rejectUnknownKeys();
                if (rule != null) {
                    rules.add(rule);
                }
            }
        }
        return rules;
    }

    private @Nullable ChangeRule change(YamlMapping mapping, ChangeKind kind, PlayScope scope) {
        List<String> events = eventTypes(mapping.require("events", "[bill.corrected]"));
        String because = mapping.requireText("because", "the bill was corrected");
        YamlValue where = mapping.find("where");
        YamlValue reason = kind == ChangeKind.UPDATES ? mapping.find("reason") : null;
        Urgency urgency = kind == ChangeKind.UPDATES ? urgency(mapping) : null;
        YamlMapping said = reason == null ? null : reason.mapping();
        if (events.isEmpty()) {
            return null; // the expressions cannot be checked without the types
        }
        ExpressionCompiler compiler = scope.compiler(events);
        String condition = condition(where, compiler, "");
        ReasonRule rule = said == null ? null : reason(said, compiler);
        if (said != null) {
            said.rejectUnknownKeys();
        }
        return new ChangeRule(kind, events, condition, because, rule, urgency);
    }

    private List<String> eventTypes(@Nullable YamlValue at) {
        List<String> declared = new ArrayList<>();
        for (YamlValue item : at == null ? List.<YamlValue>of() : at.list()) {
            if (catalogue.find(item.text()) == null) {
                item.problem("event type is not declared: " + item.text() + catalogue.nearest(item.text()));
            } else {
                declared.add(item.text());
            }
        }
        return declared;
    }

    private static @Nullable Urgency urgency(YamlMapping mapping) {
        YamlValue urgency = mapping.find("urgency");
        return urgency == null ? null : urgency.choice(Urgency.class);
    }

    private static long duration(YamlMapping body, String key, String example) {
        YamlValue duration = body.require(key, example);
        return duration == null ? 1 : duration.durationMillis();
    }

    private static String condition(@Nullable YamlValue at, ExpressionCompiler compiler, String otherwise) {
        if (at == null) {
            return otherwise;
        }
        compiler.compile(at, ValueType.CONDITION);
        return at.text();
    }

    private static String number(@Nullable YamlValue at, ExpressionCompiler compiler) {
        if (at == null) {
            return "0.0";
        }
        compiler.compile(at, ValueType.NUMBER);
        return at.text();
    }

    private static String kebab(YamlValue at, String name) {
        if (!KEBAB.matcher(name).matches()) {
            at.problem("name is not kebab-case: " + name + " (legal: bill-spike)");
        }
        return name;
    }
}
