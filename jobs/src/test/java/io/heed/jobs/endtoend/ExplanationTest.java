package io.heed.jobs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.heed.jobs.configuration.JobConfiguration;
import io.heed.jobs.customer.CareResult;
import io.heed.jobs.flink.ProactiveCareJob;
import io.heed.jobs.flink.embedded.EmbeddedFlink;
import io.heed.jobs.flink.workspace.WorkspaceFiles;
import io.heed.models.prediction.FeatureValue;
import io.heed.models.prediction.Prediction;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An explanation shows the very values that a model was served, and events that give them. */
class ExplanationTest {
    private static final int EXPLAINED = 4;

    @TempDir
    private Path folder;

    @Test
    void whatIsExplainedIsWhatWasServed() throws Exception {
        JobConfiguration configuration = SmallTelco.in(folder).fromFile();
        ProactiveCareJob job =
                new ProactiveCareJob(configuration, WorkspaceFiles.snapshot(configuration.workspace()), List.of(), 0);

        for (CareResult.Predicted predicted : some(predictions(job))) {
            Prediction served = predicted.prediction();
            JsonNode explanation = explanation(job, predicted);
            for (FeatureValue feature : served.features()) {
                JsonNode explained = feature(explanation, feature.name());
                assertThat(
                                explained.path("value").isNull()
                                        ? null
                                        : explained.path("value").doubleValue())
                        .as(served.eventId() + " " + feature.name())
                        .isEqualTo(feature.value());
                assertThat(explained.path("exact").booleanValue()).isTrue();
                if (explained.path("is").asText().startsWith("count")) {
                    assertThat((double) explained.path("events").size()).isEqualTo(feature.value());
                }
            }
        }
    }

    private static List<CareResult.Predicted> predictions(ProactiveCareJob job) throws Exception {
        List<CareResult.Predicted> predictions = new ArrayList<>();
        new EmbeddedFlink(2)
                .replay(
                        job,
                        result -> {
                            if (result instanceof CareResult.Predicted predicted) {
                                predictions.add(predicted);
                            }
                        },
                        soFar -> {});
        return predictions;
    }

    /** Some of the later predictions, those of customers whose events came in time. */
    private static List<CareResult.Predicted> some(List<CareResult.Predicted> all) {
        List<CareResult.Predicted> guaranteed = new ArrayList<>(all.stream()
                .filter(each -> !each.prediction().customer().startsWith(DisturbedRecording.UNPUNCTUAL))
                .sorted(Comparator.comparingLong(CareResult.Predicted::handledMillis)
                        .thenComparing(each -> each.prediction().eventId()))
                .skip(all.size() / 2)
                .toList());
        Collections.shuffle(guaranteed, new Random(3));
        assertThat(guaranteed).hasSizeGreaterThan(EXPLAINED);
        return guaranteed.subList(0, EXPLAINED);
    }

    /** The explanation at the time at which the decision was handled: for a bill, that of its arrival. */
    private static JsonNode explanation(ProactiveCareJob job, CareResult.Predicted predicted) throws Exception {
        Prediction served = predicted.prediction();
        List<String> lines = new ArrayList<>();
        List<String> names = served.features().stream().map(FeatureValue::name).toList();
        new EmbeddedFlink(2)
                .collect(
                        environment ->
                                job.addExplanationTo(environment, served.customer(), predicted.handledMillis(), names),
                        lines::add,
                        soFar -> {});
        for (String line : lines) {
            JsonNode explanation = new ObjectMapper().readTree(line);
            if (explanation.path("event").path("id").asText().equals(served.eventId())) {
                return explanation;
            }
        }
        throw new AssertionError("not explained: " + served.eventId() + " by " + lines);
    }

    private static JsonNode feature(JsonNode explanation, String name) {
        for (JsonNode feature : explanation.path("features")) {
            if (feature.path("name").asText().equals(name)) {
                return feature;
            }
        }
        throw new AssertionError("feature is not explained: " + name);
    }
}
