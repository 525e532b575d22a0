package io.heed.jobs.explanation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.heed.events.CareEvent;
import io.heed.features.Explanation;
import io.heed.features.FeatureExplanation;
import io.heed.features.FeatureExplanation.Cause;
import java.time.Instant;
import java.util.List;

/** Writes explanations as JSON, each on a line. */
public final class ExplanationWriter {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ExplanationWriter() {}

    /** An explanation as one line. */
    public static String write(String customer, Explanation explanation) {
        ObjectNode node = JSON.createObjectNode();
        node.put("customer", customer);
        node.put("time", time(explanation.timeMillis()));
        CareEvent atHand = explanation.eventAtHand();
        if (atHand != null) {
            node.putObject("event")
                    .put("id", atHand.id())
                    .put("type", atHand.type().name());
        }
        ArrayNode features = node.putArray("features");
        explanation.features().forEach(feature -> write(feature, features.addObject()));
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of plain values can be written", impossible);
        }
    }

    private static void write(FeatureExplanation feature, ObjectNode node) {
        node.put("name", feature.feature().name());
        node.put("description", feature.feature().description());
        node.put("unit", feature.feature().unit());
        node.put("is", feature.feature().summary());
        node.put("hash", feature.feature().hash());
        number(node, "value", feature.value());
        node.put("exact", feature.isExact());
        if (!feature.isExact()) {
            number(node, "exactValue", feature.exactValue());
        }
        CompletenessText.write(feature.completeness(), node);
        if (feature.fromMillis() != Long.MIN_VALUE) {
            node.put("windowFrom", time(feature.fromMillis()));
        }
        if (!feature.reads().isEmpty()) {
            ObjectNode reads = node.putObject("reads");
            feature.reads().forEach((name, value) -> number(reads, name, value));
        }
        write(feature.events(), node.putArray("events"));
    }

    private static void write(List<Cause> causes, ArrayNode events) {
        for (Cause cause : causes) {
            ObjectNode event = events.addObject();
            event.put("id", cause.id());
            event.put("type", cause.type());
            event.put("time", time(cause.timeMillis()));
            if (cause.countsAtMillis() != cause.timeMillis()) {
                event.put("countsAt", time(cause.countsAtMillis()));
            }
            Object value = cause.value();
            if (value instanceof Number number) {
                event.put("value", number.doubleValue());
            } else if (value != null) {
                event.put("value", value.toString());
            }
        }
    }

    /** A number; null where it is absent. */
    private static void number(ObjectNode node, String key, double value) {
        if (Double.isNaN(value)) {
            node.putNull(key);
        } else {
            node.put(key, value);
        }
    }

    private static String time(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }
}
