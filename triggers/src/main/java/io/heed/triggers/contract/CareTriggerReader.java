package io.heed.triggers.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.heed.events.FieldType;
import io.heed.triggers.play.Autonomy;
import io.heed.triggers.play.Message;
import io.heed.triggers.play.Said;
import io.heed.triggers.play.Urgency;
import io.heed.triggers.profile.Purpose;
import io.heed.triggers.signal.Score;
import io.heed.triggers.signal.SignalKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads triggers that {@link CareTriggerWriter} wrote. */
public final class CareTriggerReader {
    private static final ObjectReader JSON = new ObjectMapper()
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .reader();

    private CareTriggerReader() {}

    /**
     * The trigger that a line of JSON holds.
     *
     * @throws IllegalArgumentException if it holds anything else
     */
    public static CareTrigger read(String json) {
        try {
            JsonNode event = JSON.readTree(json);
            return trigger(event.get("time"), required(event, "data"));
        } catch (JsonProcessingException | NullPointerException broken) {
            throw new IllegalArgumentException("text is not a care trigger: " + broken.getMessage(), broken);
        }
    }

    private static CareTrigger trigger(JsonNode time, JsonNode data) throws JsonProcessingException {
        JsonNode arm = data.get("arm");
        return new CareTrigger(
                text(data, "triggerId"),
                choice(TriggerStep.class, data, "step"),
                required(data, "revision").intValue(),
                Instant.parse(time.textValue()).toEpochMilli(),
                Reason.ofCode(text(data, "because")),
                text(data, "detail"),
                text(data, "customer"),
                text(data, "cause"),
                text(data, "play"),
                required(data, "playVersion").intValue(),
                new Said(text(data, "reason"), text(data, "sentence"), choice(Urgency.class, data, "urgency")),
                proposal(data),
                message(data.get("message")),
                millis(data, "notBefore"),
                millis(data, "expires"),
                evidence(required(data, "evidence")),
                texts(data, "alsoSeenBy"),
                arm == null ? "" : arm.textValue(),
                required(data, "control").booleanValue());
    }

    private static Proposal proposal(JsonNode data) {
        return new Proposal(
                text(data, "action"),
                text(data, "channel"),
                texts(data, "channels"),
                required(data, "reachesCustomer").booleanValue(),
                choice(Purpose.class, data, "purpose"),
                choice(Autonomy.class, data, "autonomy"),
                number(data, "probability"),
                number(data, "customerValue"),
                number(data, "businessValue"));
    }

    private static @Nullable Message message(@Nullable JsonNode node) throws JsonProcessingException {
        if (node == null) {
            return null;
        }
        List<Message.Parameter> parameters = new ArrayList<>();
        for (JsonNode parameter : required(node, "parameters")) {
            JsonNode unit = parameter.get("unit");
            parameters.add(new Message.Parameter(
                    text(parameter, "name"),
                    choice(FieldType.class, parameter, "type"),
                    unit == null ? "" : unit.textValue(),
                    JSON.treeToValue(required(parameter, "value"), Object.class)));
        }
        return new Message(text(node, "template"), parameters);
    }

    private static Evidence evidence(JsonNode node) throws JsonProcessingException {
        List<Evidence.MatchedEvent> events = new ArrayList<>();
        for (JsonNode event : required(node, "events")) {
            events.add(new Evidence.MatchedEvent(
                    text(event, "stage"),
                    text(event, "source"),
                    text(event, "id"),
                    text(event, "type"),
                    millis(event, "time"),
                    fields(required(event, "fields"))));
        }
        SortedMap<String, Double> features = new TreeMap<>();
        required(node, "features")
                .fields()
                .forEachRemaining(
                        entry -> features.put(entry.getKey(), entry.getValue().doubleValue()));
        JsonNode prediction = node.get("prediction");
        return new Evidence(
                choice(SignalKind.class, node, "kind"),
                text(node, "signal"),
                required(node, "signalVersion").intValue(),
                millis(node, "signalTime"),
                events,
                features,
                prediction == null ? null : score(prediction));
    }

    private static Map<String, Object> fields(JsonNode node) throws JsonProcessingException {
        Map<String, Object> fields = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            fields.put(entry.getKey(), JSON.treeToValue(entry.getValue(), Object.class));
        }
        return fields;
    }

    private static Score score(JsonNode node) {
        List<Score.Factor> factors = new ArrayList<>();
        for (JsonNode factor : required(node, "contributions")) {
            JsonNode value = factor.get("value");
            factors.add(new Score.Factor(
                    text(factor, "feature"),
                    value == null ? null : value.doubleValue(),
                    number(factor, "contribution")));
        }
        return new Score(
                text(node, "model"),
                required(node, "version").intValue(),
                text(node, "hash"),
                text(node, "target"),
                text(node, "arm"),
                number(node, "score"),
                number(node, "threshold"),
                number(node, "baseline"),
                millis(node, "time"),
                factors,
                node.has("reasons") ? texts(node, "reasons") : List.of());
    }

    private static JsonNode required(JsonNode node, String field) {
        JsonNode value = node.get(field);
        if (value == null) {
            throw new IllegalArgumentException("text is not a care trigger: field is missing: " + field);
        }
        return value;
    }

    private static String text(JsonNode node, String field) {
        return required(node, field).textValue();
    }

    private static double number(JsonNode node, String field) {
        return required(node, field).doubleValue();
    }

    private static long millis(JsonNode node, String field) {
        return Instant.parse(text(node, field)).toEpochMilli();
    }

    private static List<String> texts(JsonNode node, String field) {
        List<String> texts = new ArrayList<>();
        required(node, field).forEach(item -> texts.add(item.textValue()));
        return texts;
    }

    private static <E extends Enum<E>> E choice(Class<E> choices, JsonNode node, String field) {
        return Enum.valueOf(choices, text(node, field).toUpperCase(Locale.ROOT));
    }
}
