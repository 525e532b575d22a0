package io.heed.language.emotion;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.heed.events.yaml.Problems;
import io.heed.models.repository.ModelDirectory;
import java.nio.file.Path;

/** Reads the examples of a version with its own graph: what training gave must come out again. */
final class EmotionSelfTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private EmotionSelfTest() {}

    static void run(EmotionModel model, ModelDirectory directory) {
        Path file = directory.folder().resolve("examples.jsonl");
        double tolerance = directory.contract().selfTestTolerance();
        Problems problems = new Problems();
        int line = 0;
        for (String example : directory.exampleLines()) {
            line++;
            String place = file + ":" + line + ":1";
            try {
                check(JSON.readTree(example), place, model, tolerance, problems);
            } catch (JsonProcessingException e) {
                problems.add(place, "not a JSON object");
            }
        }
        if (line == 0) {
            problems.add(file.toString(), "holds no example");
        }
        problems.throwIfAny();
    }

    private static void check(
            JsonNode expected, String place, EmotionModel model, double tolerance, Problems problems) {
        Emotion emotion = model.read(expected.path("text").asText()).emotion();
        double distance = distance(expected, emotion);
        if (!(distance <= tolerance)) {
            problems.add(place, "the score is off by " + distance + ", more than " + tolerance);
        }
    }

    /** The farthest of the seven numbers from what training gave; NaN where one is missing. */
    private static double distance(JsonNode expected, Emotion emotion) {
        double farthest = Math.abs(expected.path(EmotionModel.DISTRESS).asDouble(Double.NaN) - emotion.distress());
        for (EmotionalState state : EmotionalState.values()) {
            double probability =
                    expected.path(EmotionModel.STATES).path(state.label()).asDouble(Double.NaN);
            farthest = Math.max(farthest, Math.abs(probability - emotion.probability(state)));
        }
        return farthest;
    }
}
