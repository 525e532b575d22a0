package io.heed.benchmarks.features.flink;

import io.heed.benchmarks.features.FeatureState;
import io.heed.benchmarks.features.FeatureTimeline;
import io.heed.benchmarks.features.MeasuredFeatures;
import io.heed.benchmarks.flink.MeasuredJob;
import io.heed.benchmarks.flink.Measurement;
import io.heed.benchmarks.flink.MeasuringFlink;
import io.heed.benchmarks.flink.Repetitions;
import io.heed.benchmarks.traffic.TrafficPlan;
import io.heed.benchmarks.traffic.TrafficTypes;
import io.heed.benchmarks.traffic.flink.CountJob;
import io.heed.features.FeatureDefinitions;
import io.heed.jobs.commands.benchmark.Benchmark;
import io.heed.jobs.commands.benchmark.BenchmarkRow;
import io.heed.jobs.commands.benchmark.BenchmarkSettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;

/**
 * Fifty features against a job that only shuffles and counts, on the same made-up traffic; the same on RocksDB with ever
 * more customers; and what is kept of a customer.
 */
public final class FeatureBenchmark implements Benchmark {
    private static final String NAME = "features";
    private static final String HEAP = "hashmap";
    private static final String ROCKSDB = "rocksdb";
    private static final MemorySize MANAGED = MemorySize.ofMebiBytes(1_024);
    private static final int[] CUSTOMERS = {1_000, 100_000, 1_000_000};
    private static final int EVENTS_OF_A_CUSTOMER = 300;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "50 features beside a job that only counts, on RocksDB with up to a million customers, and their state";
    }

    @Override
    public void measure(BenchmarkSettings settings, Consumer<BenchmarkRow> rows) throws Exception {
        boolean quick = settings.quick();
        rows.accept(state(FeatureState.measure(quick ? 100 : 2_000)));
        FeatureDefinitions features = MeasuredFeatures.all(TrafficTypes.catalogue());
        long events = quick ? 60_000 : 1_200_000;
        TrafficPlan plan = TrafficPlan.of(events, (int) (events / EVENTS_OF_A_CUSTOMER));
        Contender count = new Contender("count, heap", new CountJob(plan));
        Contender heed = new Contender("heed, 50 features, heap", new FeatureJob(plan, features));
        alternate(HEAP, List.of(count, heed), quick ? 2 : 5, settings);
        rows.accept(row(count, count, plan));
        rows.accept(row(heed, count, plan));
        List<Contender> sizes = new ArrayList<>();
        List<TrafficPlan> plans = new ArrayList<>();
        for (int customers : CUSTOMERS) {
            TrafficPlan sized = TrafficPlan.of(quick ? 60_000 : 3_000_000, quick ? customers / 20 : customers);
            plans.add(sized);
            sizes.add(new Contender(
                    String.format(Locale.ROOT, "heed, 50 features, RocksDB, %,d customers", sized.customers()),
                    new FeatureJob(sized, features)));
        }
        alternate(ROCKSDB, sizes, quick ? 1 : 2, settings);
        for (int i = 0; i < sizes.size(); i++) {
            rows.accept(row(sizes.get(i), sizes.get(0), plans.get(i)));
        }
    }

    private record Contender(String name, MeasuredJob job, Repetitions runs) {
        Contender(String name, MeasuredJob job) {
            this(name, job, new Repetitions());
        }
    }

    /** Runs all in turn, so that whatever else the machine does falls on all; the first round does not count. */
    private static void alternate(
            String backend, List<Contender> contenders, int repetitions, BenchmarkSettings settings) throws Exception {
        Configuration configuration = new Configuration()
                .set(StateBackendOptions.STATE_BACKEND, backend)
                .set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MANAGED);
        List<Contender> order = new ArrayList<>(contenders);
        try (MeasuringFlink flink = new MeasuringFlink(settings.parallelism(), configuration)) {
            for (int round = 0; round <= repetitions; round++) {
                for (Contender contender : order) {
                    Measurement run = flink.run(contender.job());
                    settings.news().accept(contender.name() + ": " + run);
                    if (round > 0) {
                        contender.runs().add(run);
                    }
                }
                Collections.reverse(order);
            }
        }
    }

    private static BenchmarkRow row(Contender contender, Contender baseline, TrafficPlan plan) {
        Map<String, Number> figures = new LinkedHashMap<>();
        figures.put("customers", plan.customers());
        figures.put("readEvery", FeatureTimeline.READ_EVERY);
        figures.putAll(contender.runs().figures(baseline.runs()));
        return new BenchmarkRow(NAME, contender.name(), baseline.name(), figures);
    }

    private static BenchmarkRow state(FeatureState state) {
        Map<String, Number> figures = new LinkedHashMap<>();
        figures.put("customers", state.customers());
        for (int percent : new int[] {50, 90, 99}) {
            figures.put("events" + percent, state.eventsOf(percent / 100.0));
            figures.put("bytes" + percent, state.bytesOf(percent / 100.0));
        }
        return new BenchmarkRow(NAME, "state of a customer", "state of a customer", figures);
    }
}
