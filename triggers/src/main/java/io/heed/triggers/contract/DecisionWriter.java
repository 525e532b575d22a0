package io.heed.triggers.contract;

/**
 * Writes decisions as CloudEvents 1.0, one JSON line each, in a fixed order of fields. The contract is
 * {@code triggers/schema/decision.schema.json}.
 */
public final class DecisionWriter {
    private DecisionWriter() {}

    /** The JSON of a decision, without a line end. */
    public static String write(Decision decision) {
        return Envelope.write(json -> {
            Envelope.writeHead(json, decision.id(), "decision", decision.customer(), decision.timeMillis());
            json.writeStringField("dataschema", "urn:heed:schema:decision:1");
            json.writeObjectFieldStart("data");
            json.writeStringField("outcome", Envelope.word(decision.outcome()));
            json.writeStringField("reason", decision.reason().code());
            json.writeStringField("detail", decision.detail());
            json.writeStringField("customer", decision.customer());
            if (!decision.play().isEmpty()) {
                json.writeStringField("play", decision.play());
                json.writeStringField("cause", decision.cause());
                json.writeStringField("signal", decision.signal());
            }
            if (!decision.triggerId().isEmpty()) {
                json.writeStringField("triggerId", decision.triggerId());
            }
            if (!Double.isNaN(decision.priority())) {
                json.writeNumberField("priority", decision.priority());
            }
            if (decision.notBeforeMillis() != 0) {
                Envelope.writeTime(json, "notBefore", decision.notBeforeMillis());
            }
            json.writeBooleanField("control", decision.control());
            json.writeEndObject();
        });
    }
}
