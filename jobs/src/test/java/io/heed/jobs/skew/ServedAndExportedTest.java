package io.heed.jobs.skew;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.jobs.customer.CareResult.Labelled;
import io.heed.jobs.customer.CareResult.Predicted;
import io.heed.models.label.TrainingRow;
import io.heed.models.prediction.FeatureValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A job serves models and is restarted amid its events; another workspace, with many more features, exports training rows
 * of the same target in one go. For every decision that both have, they hold the same bits.
 */
class ServedAndExportedTest {
    private static final int SERVED = Integer.getInteger("heed.skew.served", 12);
    private static final int CUSTOMERS = Integer.getInteger("heed.skew.customers", 24);

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
        List<String> served = pool.some(random, SERVED);
        SkewWorkspace live = SkewWorkspace.write(folder.resolve("live"), pool, served, served);
        live.serve(served);
        SkewWorkspace scientist = SkewWorkspace.write(folder.resolve("scientist"), pool, pool.all(), served);
        List<Arrival> arrivals = new RandomHistory(live.catalogue(), random).of(CUSTOMERS);

        Map<String, Map<String, Double>> vectors = served(live, arrivals);
        List<TrainingRow> rows = exported(scientist, arrivals);

        Map<String, Integer> skewed = new TreeMap<>();
        int compared = 0;
        for (TrainingRow row : rows) {
            Map<String, Double> vector = vectors.get(row.event());
            if (vector != null) {
                compared++;
                for (int i = 0; i < served.size(); i++) {
                    if (bits(vector.get(served.get(i))) != bits(row.features().get(i))) {
                        skewed.merge(served.get(i), 1, Integer::sum);
                    }
                }
            }
        }
        assertThat(skewed).as("features that differ, of %d decisions with seed %d", compared, seed).isEmpty();
        assertThat(compared).as("decisions with seed %d", seed).isGreaterThan(50 * CUSTOMERS);
    }

    private static Map<String, Map<String, Double>> served(SkewWorkspace workspace, List<Arrival> arrivals) {
        Map<String, Map<String, Double>> vectors = new HashMap<>();
        try (CustomerRun run = new CustomerRun(workspace.snapshot(), false, result -> {
            if (result instanceof Predicted predicted) {
                Map<String, Double> vector =
                        vectors.computeIfAbsent(predicted.prediction().eventId(), event -> new HashMap<>());
                for (FeatureValue feature : predicted.prediction().features()) {
                    vector.put(feature.name(), feature.value() == null ? Double.NaN : feature.value());
                }
            }
        })) {
            for (int i = 0; i < arrivals.size(); i++) {
                if (i % (arrivals.size() / 5) == arrivals.size() / 10) {
                    run.restart();
                }
                run.arrive(arrivals.get(i));
            }
            run.end();
        }
        return vectors;
    }

    private static List<TrainingRow> exported(SkewWorkspace workspace, List<Arrival> arrivals) {
        List<TrainingRow> rows = new ArrayList<>();
        try (CustomerRun run = new CustomerRun(workspace.snapshot(), true, result -> {
            if (result instanceof Labelled labelled) {
                rows.add(labelled.row());
            }
        })) {
            arrivals.forEach(run::arrive);
            run.end();
        }
        return rows;
    }

    private static long bits(double value) {
        return Double.doubleToRawLongBits(value);
    }
}
