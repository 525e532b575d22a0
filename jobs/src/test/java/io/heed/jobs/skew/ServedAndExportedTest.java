package io.heed.jobs.skew;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.features.FeatureDefinitions;
import io.heed.jobs.customer.CareResult.Labelled;
import io.heed.jobs.customer.CareResult.Predicted;
import io.heed.models.label.TrainingRow;
import io.heed.models.prediction.FeatureValue;
import io.heed.models.prediction.Prediction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A job serves models and is restarted amid its events; another workspace, with many more features, exports training rows
 * of the same target in one go. For every decision that both have, they hold the same bits, and what brute force gives
 * for the events that had come by then. {@code -Dheed.skew.seeds=N} tries N streams, {@code -Dheed.skew.customers=N} makes
 * them longer.
 */
class ServedAndExportedTest {
    private static final int SERVED = Integer.getInteger("heed.skew.served", 12);
    private static final int CUSTOMERS = Integer.getInteger("heed.skew.customers", 12);

    @TempDir
    private Path folder;

    static List<Integer> seeds() {
        List<Integer> seeds = new ArrayList<>();
        for (int seed = 1; seed <= Integer.getInteger("heed.skew.seeds", 2); seed++) {
            seeds.add(seed);
        }
        return seeds;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void trainingRowsHoldTheBitsThatWereServedWhateverElseIsDeclared(int seed) throws IOException {
        Random random = new Random(seed);
        FeaturePool pool = new FeaturePool();
        List<String> names = pool.some(random, SERVED);
        SkewWorkspace live = SkewWorkspace.write(folder.resolve("live"), pool, names, names);
        live.serve(names);
        SkewWorkspace scientist = SkewWorkspace.write(folder.resolve("scientist"), pool, pool.all(), names);
        List<Arrival> arrivals = new RandomHistory(live.catalogue(), random).of(CUSTOMERS);

        Map<String, Integer> wrong = new TreeMap<>();
        List<Prediction> served = served(live, arrivals, wrong);
        Map<String, TrainingRow> rows = exported(scientist, arrivals);

        Map<String, Integer> differing = new TreeMap<>();
        Set<String> compared = new HashSet<>();
        for (Prediction prediction : served) {
            TrainingRow row = rows.get(prediction.eventId());
            if (row != null) {
                compared.add(prediction.eventId());
                for (FeatureValue feature : prediction.features()) {
                    double trained = row.features().get(names.indexOf(feature.name()));
                    if (bits(trained) != bits(valueOf(feature))) {
                        differing.merge(feature.name(), 1, Integer::sum);
                    }
                }
            }
        }
        assertThat(differing).as("features that differ, with seed %d", seed).isEmpty();
        assertThat(wrong)
                .as("features that brute force has other values of, with seed %d", seed)
                .isEmpty();
        assertThat(compared).as("decisions with seed %d", seed).hasSizeGreaterThan(90 * CUSTOMERS);
    }

    /** The predictions; how often a feature had a value that it must not have is added to what is wrong. */
    private static List<Prediction> served(
            SkewWorkspace workspace, List<Arrival> arrivals, Map<String, Integer> wrong) {
        List<Prediction> predictions = new ArrayList<>();
        FeatureDefinitions features = workspace.features();
        KnownEvents known = new KnownEvents();
        try (CustomerRun run = new CustomerRun(workspace.snapshot(), false, known::take, result -> {
            if (result instanceof Predicted predicted) {
                Prediction prediction = predicted.prediction();
                predictions.add(prediction);
                prediction.features().stream()
                        .filter(feature -> KnownEvents.checks(feature.name()))
                        .filter(feature -> !known.allow(
                                features.require(feature.name()),
                                prediction.customer(),
                                prediction.timeMillis(),
                                valueOf(feature)))
                        .forEach(feature -> wrong.merge(feature.name(), 1, Integer::sum));
            }
        })) {
            for (int i = 0; i < arrivals.size(); i++) {
                if (i % (arrivals.size() / 3) == arrivals.size() / 6) {
                    run.restart();
                }
                run.arrive(arrivals.get(i));
            }
            run.end();
        }
        return predictions;
    }

    private static Map<String, TrainingRow> exported(SkewWorkspace workspace, List<Arrival> arrivals) {
        Map<String, TrainingRow> rows = new HashMap<>();
        try (CustomerRun run = new CustomerRun(workspace.snapshot(), true, event -> {}, result -> {
            if (result instanceof Labelled labelled) {
                rows.put(labelled.row().event(), labelled.row());
            }
        })) {
            arrivals.forEach(run::arrive);
            run.end();
        }
        return rows;
    }

    private static double valueOf(FeatureValue feature) {
        Double value = feature.value();
        return value == null ? Double.NaN : value;
    }

    private static long bits(double value) {
        return Double.doubleToRawLongBits(value);
    }
}
