package io.heed.jobs.flink.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.heed.events.CareEvent;
import io.heed.events.change.Change;
import io.heed.events.codec.CloudEventWriter;
import io.heed.events.codec.DeadLetter;
import io.heed.jobs.change.ChangeVerdict;
import io.heed.models.health.ModelHealth;
import io.heed.models.health.ModelHealthJson;
import io.heed.models.prediction.FeatureValue;
import io.heed.models.prediction.Prediction;
import io.heed.patterns.PatternMatch;
import io.heed.triggers.contract.CareTrigger;
import io.heed.triggers.contract.CareTriggerWriter;
import io.heed.triggers.contract.Decision;
import io.heed.triggers.contract.DecisionWriter;
import java.time.Instant;
import java.util.Locale;

/** Each kind of result as a line. */
public final class OutputLines {
    private static final ObjectMapper JSON = new ObjectMapper();

    private OutputLines() {}

    /** A step of a trigger. */
    public static OutputLine of(CareTrigger trigger) {
        return new OutputLine(trigger.customer(), CareTriggerWriter.write(trigger));
    }

    /** A record of the decision log. */
    public static OutputLine of(Decision decision) {
        return new OutputLine(decision.customer(), DecisionWriter.write(decision));
    }

    /** An event that was late or names no customer. */
    public static OutputLine of(CareEvent event) {
        return new OutputLine(event.subject(), CloudEventWriter.write(event));
    }

    /** A dead letter; its text must have been redacted. */
    public static OutputLine of(DeadLetter letter) {
        ObjectNode json = JSON.createObjectNode();
        json.put("source", letter.source());
        json.put("position", letter.position());
        json.put("reason", letter.reason());
        json.put("length", letter.length());
        json.put("sha256", letter.sha256());
        json.put("record", letter.record());
        return new OutputLine("", write(json));
    }

    /** A score with the values that the model read. */
    public static OutputLine of(Prediction prediction) {
        ObjectNode json = JSON.createObjectNode();
        json.put("customer", prediction.customer());
        json.put("time", Instant.ofEpochMilli(prediction.timeMillis()).toString());
        json.put("event", prediction.eventId());
        json.put("target", prediction.target());
        json.put("model", prediction.model());
        json.put("version", prediction.version());
        json.put("modelHash", prediction.modelHash());
        json.put("arm", prediction.arm().name().toLowerCase(Locale.ROOT));
        json.put("score", prediction.score());
        json.put("threshold", prediction.threshold());
        ObjectNode features = json.putObject("features");
        for (FeatureValue feature : prediction.features()) {
            features.put(feature.name(), feature.value());
        }
        return new OutputLine(prediction.customer(), write(json));
    }

    /** How a version of a model did; keyed by the model, so that its lines stay in order. */
    public static OutputLine of(ModelHealth health) {
        return new OutputLine(health.serving().model(), ModelHealthJson.write(health));
    }

    /** A match with the ids of its events and the features that its conditions read. */
    public static OutputLine of(PatternMatch match) {
        ObjectNode json = JSON.createObjectNode();
        String customer = match.anchor().subject();
        json.put("customer", customer);
        json.put("time", Instant.ofEpochMilli(match.timeMillis()).toString());
        json.put("pattern", match.pattern());
        json.put("version", match.version());
        json.put("mode", match.mode().code());
        ObjectNode stages = json.putObject("stages");
        match.stages().forEach((stage, events) -> {
            if (!events.isEmpty()) {
                ArrayNode ids = stages.putArray(stage);
                events.forEach(event -> ids.add(event.id()));
            }
        });
        ObjectNode features = json.putObject("features");
        match.features().forEach(features::put);
        return new OutputLine(customer, write(json));
    }

    /** What became of an entry of the change log. */
    public static OutputLine of(ChangeVerdict verdict) {
        ObjectNode json = JSON.createObjectNode();
        json.put("change", verdict.number());
        json.put("outcome", verdict.outcome().code());
        Change change = verdict.change();
        if (change != null) {
            json.put("kind", change.kind().name().toLowerCase(Locale.ROOT));
            json.put("action", change.action().name().toLowerCase(Locale.ROOT));
            json.put("name", change.name());
            json.put("version", change.version());
            json.put("at", Instant.ofEpochMilli(change.effectiveMillis()).toString());
        }
        ArrayNode reasons = json.putArray("reasons");
        verdict.reasons().forEach(reasons::add);
        return new OutputLine("", write(json));
    }

    private static String write(ObjectNode json) {
        try {
            return JSON.writeValueAsString(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of plain values can be written", impossible);
        }
    }
}
