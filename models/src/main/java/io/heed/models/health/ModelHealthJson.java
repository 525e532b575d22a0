package io.heed.models.health;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.heed.models.health.ModelHealth.DriftReport;
import io.heed.models.health.ModelHealth.Shown;
import io.heed.models.health.Quality.Calibration;
import io.heed.models.prediction.Arm;
import java.time.Instant;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The health of a model as one JSON line in a fixed order of fields; docs/models.md explains them. */
public final class ModelHealthJson {
    private static final JsonMapper JSON = new JsonMapper();

    private ModelHealthJson() {}

    /** The line, without a line end. */
    public static String write(ModelHealth health) {
        ObjectNode json = JSON.createObjectNode();
        json.put("model", health.serving().model());
        json.put("version", health.serving().version());
        json.put("modelHash", health.modelHash());
        json.put("target", health.target());
        json.put("arm", code(health.serving().arm()));
        json.put("from", Instant.ofEpochMilli(health.fromMillis()).toString());
        json.put("to", Instant.ofEpochMilli(health.toMillis()).toString());
        health.alarms().forEach(json.putArray("alarms")::add);
        json.put("predictions", health.predictions());
        json.put("effectivePredictions", health.effectivePredictions());
        writeDrift(json, health.drift());
        json.put("threshold", health.threshold());
        writeQuality(json.putObject("estimated"), health.estimated());
        json.put("shown", code(health.shown()));
        writeQuality(json.putObject("control"), health.control());
        writeQuality(json.putObject("untreated"), health.untreated());
        json.put("treated", health.treated());
        try {
            return JSON.writeValueAsString(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of plain values can be written", impossible);
        }
    }

    /**
     * The health that a line holds.
     *
     * @throws IllegalArgumentException where it is no such line
     */
    public static ModelHealth read(String line) {
        try {
            return health(JSON.readTree(line));
        } catch (JsonProcessingException | RuntimeException broken) {
            throw new IllegalArgumentException("not a line of model-health: " + broken.getMessage(), broken);
        }
    }

    private static ModelHealth health(JsonNode json) {
        Serving serving = new Serving(
                json.required("model").asText(),
                json.required("version").asInt(),
                Arm.valueOf(constant(json.required("arm"))));
        return new ModelHealth(
                serving,
                json.required("modelHash").asText(),
                json.required("target").asText(),
                json.required("threshold").asDouble(),
                millis(json.required("from")),
                millis(json.required("to")),
                json.required("predictions").asLong(),
                json.required("effectivePredictions").asDouble(),
                readDrift(json.required("drift")),
                readQuality(json.required("estimated")),
                Shown.valueOf(constant(json.required("shown"))),
                readQuality(json.required("control")),
                readQuality(json.required("untreated")),
                json.required("treated").asLong());
    }

    private static void writeDrift(ObjectNode json, @Nullable DriftReport report) {
        if (report == null) {
            json.putNull("drift");
            return;
        }
        ObjectNode drift = json.putObject("drift");
        drift.put("worst", Rounded.of(report.worst()));
        writeDrift(drift.putObject("score"), report.score());
        ObjectNode features = drift.putObject("features");
        report.features().forEach((name, feature) -> writeDrift(features.putObject(name), feature));
    }

    private static void writeDrift(ObjectNode json, Drift drift) {
        json.put("psi", drift.index());
        json.put("limit", drift.limit());
        json.put("bins", drift.bins());
    }

    private static @Nullable DriftReport readDrift(JsonNode json) {
        if (json.isNull()) {
            return null;
        }
        TreeMap<String, Drift> features = new TreeMap<>();
        json.required("features")
                .fields()
                .forEachRemaining(field -> features.put(field.getKey(), drift(field.getValue())));
        return new DriftReport(drift(json.required("score")), features);
    }

    private static Drift drift(JsonNode json) {
        return new Drift(
                json.required("psi").asDouble(),
                json.required("limit").asDouble(),
                json.required("bins").asInt());
    }

    private static void writeQuality(ObjectNode json, Quality quality) {
        json.put("decisions", quality.decisions());
        json.put("happened", quality.happened());
        json.put("promised", quality.promised());
        json.put("precision", quality.precision());
        json.put("recall", quality.recall());
        json.put("auc", quality.auc());
        json.put("brier", quality.brier());
        Calibration calibration = quality.calibration();
        if (calibration == null) {
            json.putNull("calibration");
            return;
        }
        ObjectNode found = json.putObject("calibration");
        found.put("error", calibration.error());
        found.put("byChance", calibration.byChance());
        found.put("alarm", calibration.alarm());
    }

    private static Quality readQuality(JsonNode json) {
        JsonNode found = json.required("calibration");
        Calibration calibration = found.isNull()
                ? null
                : new Calibration(
                        found.required("error").asDouble(),
                        found.required("byChance").asDouble(),
                        found.required("alarm").asBoolean());
        return new Quality(
                json.required("decisions").asLong(),
                number(json, "happened"),
                number(json, "promised"),
                number(json, "precision"),
                number(json, "recall"),
                number(json, "auc"),
                number(json, "brier"),
                calibration);
    }

    private static @Nullable Double number(JsonNode json, String name) {
        JsonNode value = json.required(name);
        return value.isNull() ? null : value.asDouble();
    }

    private static long millis(JsonNode time) {
        return Instant.parse(time.asText()).toEpochMilli();
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String constant(JsonNode code) {
        return code.asText().toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
