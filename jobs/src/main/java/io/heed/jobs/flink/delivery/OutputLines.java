package io.heed.jobs.flink.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.heed.events.CareEvent;
import io.heed.events.codec.CloudEventWriter;
import io.heed.events.codec.DeadLetter;
import io.heed.models.prediction.FeatureValue;
import io.heed.models.prediction.Prediction;
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

    private static String write(ObjectNode json) {
        try {
            return JSON.writeValueAsString(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of plain values can be written", impossible);
        }
    }
}
