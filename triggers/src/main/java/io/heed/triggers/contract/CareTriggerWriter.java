package io.heed.triggers.contract;

import com.fasterxml.jackson.core.JsonGenerator;
import io.heed.triggers.play.Message;
import io.heed.triggers.signal.Score;
import java.io.IOException;
import java.util.Map;

/**
 * Writes triggers as CloudEvents 1.0, one JSON line each, in a fixed order of fields; {@link CareTriggerReader} reads
 * them back. The contract is {@code triggers/schema/care-trigger.schema.json}.
 */
public final class CareTriggerWriter {
    private CareTriggerWriter() {}

    /** The JSON of a trigger, without a line end. */
    public static String write(CareTrigger trigger) {
        return Envelope.write(json -> {
            String step = Envelope.word(trigger.step());
            Envelope.writeHead(json, trigger.id(), "care-trigger." + step, trigger.customer(), trigger.timeMillis());
            json.writeStringField("dataschema", "urn:heed:schema:care-trigger:1");
            json.writeObjectFieldStart("data");
            writeStep(json, trigger, step);
            writeAction(json, trigger.proposal());
            if (trigger.message() != null) {
                writeMessage(json, trigger.message());
            }
            writeEvidence(json, trigger.evidence());
            json.writeEndObject();
        });
    }

    private static void writeStep(JsonGenerator json, CareTrigger trigger, String step) throws IOException {
        json.writeStringField("triggerId", trigger.triggerId());
        json.writeStringField("step", step);
        json.writeNumberField("revision", trigger.revision());
        json.writeStringField("because", trigger.because().code());
        json.writeStringField("detail", trigger.detail());
        json.writeStringField("customer", trigger.customer());
        json.writeStringField("cause", trigger.cause());
        json.writeStringField("play", trigger.play());
        json.writeNumberField("playVersion", trigger.playVersion());
        Envelope.writeTexts(json, "alsoSeenBy", trigger.alsoSeenBy());
        json.writeStringField("reason", trigger.said().code());
        json.writeStringField("sentence", trigger.said().sentence());
        json.writeStringField("urgency", Envelope.word(trigger.said().urgency()));
        json.writeNumberField("priority", trigger.proposal().priority());
        Envelope.writeTime(json, "notBefore", trigger.notBeforeMillis());
        Envelope.writeTime(json, "expires", trigger.expiresMillis());
        if (!trigger.arm().isEmpty()) {
            json.writeStringField("arm", trigger.arm());
        }
        json.writeBooleanField("control", trigger.control());
    }

    private static void writeAction(JsonGenerator json, Proposal proposal) throws IOException {
        json.writeStringField("action", proposal.action());
        json.writeStringField("channel", proposal.channel());
        Envelope.writeTexts(json, "channels", proposal.channels());
        json.writeBooleanField("reachesCustomer", proposal.reachesCustomer());
        json.writeStringField("purpose", Envelope.word(proposal.purpose()));
        json.writeStringField("autonomy", Envelope.word(proposal.autonomy()));
        json.writeNumberField("probability", proposal.probability());
        json.writeNumberField("customerValue", proposal.customerValue());
        json.writeNumberField("businessValue", proposal.businessValue());
    }

    private static void writeMessage(JsonGenerator json, Message message) throws IOException {
        json.writeObjectFieldStart("message");
        json.writeStringField("template", message.template());
        json.writeArrayFieldStart("parameters");
        for (Message.Parameter parameter : message.parameters()) {
            json.writeStartObject();
            json.writeStringField("name", parameter.name());
            json.writeStringField("type", Envelope.word(parameter.type()));
            if (!parameter.unit().isEmpty()) {
                json.writeStringField("unit", parameter.unit());
            }
            json.writeFieldName("value");
            Envelope.writeValue(json, parameter.value());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeEvidence(JsonGenerator json, Evidence evidence) throws IOException {
        json.writeObjectFieldStart("evidence");
        json.writeStringField("kind", Envelope.word(evidence.kind()));
        json.writeStringField("signal", evidence.signal());
        json.writeNumberField("signalVersion", evidence.signalVersion());
        Envelope.writeTime(json, "signalTime", evidence.signalMillis());
        json.writeArrayFieldStart("events");
        for (Evidence.MatchedEvent event : evidence.events()) {
            json.writeStartObject();
            json.writeStringField("stage", event.stage());
            json.writeStringField("source", event.source());
            json.writeStringField("id", event.id());
            json.writeStringField("type", event.type());
            Envelope.writeTime(json, "time", event.timeMillis());
            json.writeFieldName("fields");
            Envelope.writeValue(json, event.fields());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeObjectFieldStart("features");
        for (Map.Entry<String, Double> feature : evidence.features().entrySet()) {
            json.writeNumberField(feature.getKey(), feature.getValue());
        }
        json.writeEndObject();
        if (evidence.score() != null) {
            writeScore(json, evidence.score());
        }
        json.writeEndObject();
    }

    private static void writeScore(JsonGenerator json, Score score) throws IOException {
        json.writeObjectFieldStart("prediction");
        json.writeStringField("model", score.model());
        json.writeNumberField("version", score.version());
        json.writeStringField("hash", score.hash());
        json.writeStringField("target", score.target());
        json.writeStringField("arm", score.arm());
        json.writeNumberField("score", score.score());
        json.writeNumberField("threshold", score.threshold());
        json.writeNumberField("baseline", score.baseline());
        Envelope.writeTime(json, "time", score.timeMillis());
        Envelope.writeTexts(json, "reasons", score.reasons());
        json.writeArrayFieldStart("contributions");
        for (Score.Factor factor : score.factors()) {
            json.writeStartObject();
            json.writeStringField("feature", factor.feature());
            if (factor.value() != null) {
                json.writeNumberField("value", factor.value());
            }
            json.writeNumberField("contribution", factor.contribution());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
