package io.heed.patterns.definition;

import io.heed.events.expression.ExpressionCompiler;
import io.heed.events.expression.ValueType;
import io.heed.events.yaml.Problems;
import io.heed.events.yaml.YamlMapping;
import io.heed.events.yaml.YamlValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the stages of a pattern and checks their conditions. */
final class StagesReader {
    private final EventTypesReader types;
    private final ConditionScopes scopes;

    StagesReader(EventTypesReader types, ConditionScopes scopes) {
        this.types = types;
        this.scopes = scopes;
    }

    /** The stages of a list such as {@code [chat: {event: chat.closed}]}; whatever is wrong is noted. */
    List<StageDefinition> read(YamlValue listed, Collection<Parameter> parameters) {
        List<StageDefinition> stages = new ArrayList<>();
        boolean allRead = true;
        for (YamlValue item : listed.list()) {
            YamlMapping mapping = item.mapping();
            Map<String, YamlValue> entries = mapping == null ? Map.of() : mapping.entries();
            if (entries.size() != 1) {
                item.problem("a stage is not one name with its event (legal: - chat: {event: chat.closed})");
                allRead = false;
                continue;
            }
            Map.Entry<String, YamlValue> entry = entries.entrySet().iterator().next();
            StageDefinition stage = read(entry.getKey(), entry.getValue(), stages, allRead ? parameters : null);
            if (stage == null) {
                allRead = false;
            } else {
                stages.add(stage);
            }
        }
        return stages;
    }

    /** A stage, or null; its conditions are checked unless the parameters are null since earlier stages are missing. */
    private @Nullable StageDefinition read(
            String name, YamlValue at, List<StageDefinition> earlier, @Nullable Collection<Parameter> parameters) {
        YamlMapping body = at.mapping();
        if (body == null) {
            return null;
        }
        Problems problems = body.problems();
        StageDefinition stage = problems.build(at.keyPosition(), () -> build(name, body));
        body.rejectUnknownKeys();
        if (stage != null && parameters != null) {
            check(body, () -> scopes.ofStage(earlier, stage, parameters));
            EventTest until = stage.until();
            YamlValue untilBody = body.find("until");
            if (until != null && untilBody != null) {
                YamlMapping untilMapping = untilBody.mapping();
                if (untilMapping != null) {
                    check(untilMapping, () -> scopes.ofUntil(earlier, stage, until, parameters));
                }
            }
        }
        return stage;
    }

    private static void check(YamlMapping body, Supplier<ExpressionCompiler> compiler) {
        YamlValue where = body.find("where");
        if (where != null) {
            compiler.get().compile(where, ValueType.CONDITION);
        }
    }

    private @Nullable StageDefinition build(String name, YamlMapping body) {
        Contiguity contiguity = null;
        List<String> accepted = List.of();
        for (Contiguity candidate : Contiguity.values()) {
            YamlValue value = body.find(candidate.key());
            if (value != null && contiguity != null) {
                value.problem("a stage has both " + contiguity.key() + " and " + candidate.key());
            } else if (value != null) {
                contiguity = candidate;
                accepted = types.read(value);
            }
        }
        if (contiguity == null) {
            body.problems().add(body.position(), "a stage names no event: " + name + " (legal: one of " + keys() + ")");
        }
        String where = body.findText("where");
        Repetition repetition = repetition(body);
        boolean optional = body.flag("optional", false);
        YamlValue within = body.find("within");
        long withinMillis = within == null ? 0 : within.durationAboveZeroMillis("1h");
        EventTest until = until(body.find("until"));
        if (contiguity == null || accepted.isEmpty()) {
            return null;
        }
        return new StageDefinition(
                name, contiguity, new EventTest(accepted, where), repetition, optional, until, withinMillis);
    }

    private static Repetition repetition(YamlMapping body) {
        YamlValue times = body.find("times");
        YamlValue each = body.find("each");
        boolean greedy = body.flag("greedy", false);
        Contiguity inner = each == null ? Contiguity.FOLLOWED_BY : each.choice(Contiguity.class);
        Repetition parsed = Repetition.parse(
                times == null ? "1" : times.text(), inner == null ? Contiguity.FOLLOWED_BY : inner, greedy);
        if (parsed.isOnce() && (each != null || greedy)) {
            throw new IllegalArgumentException("each and greedy speak of a repetition (legal: times: 2+)");
        }
        return parsed;
    }

    private @Nullable EventTest until(@Nullable YamlValue value) {
        YamlMapping body = value == null ? null : value.mapping();
        if (body == null) {
            return null;
        }
        YamlValue event = body.require("event", "chat.closed");
        List<String> accepted = event == null ? List.of() : types.read(event);
        String where = body.findText("where");
        body.rejectUnknownKeys();
        return accepted.isEmpty() ? null : new EventTest(accepted, where);
    }

    private static String keys() {
        return Arrays.stream(Contiguity.values()).map(Contiguity::key).collect(Collectors.joining(", "));
    }
}
