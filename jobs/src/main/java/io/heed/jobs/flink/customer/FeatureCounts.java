package io.heed.jobs.flink.customer;

import io.heed.features.Completeness;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.accumulators.LongMaximum;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.jspecify.annotations.Nullable;

/** Since when a running job has had its features, as accumulators: every subtask says the same, and the highest counts. */
public final class FeatureCounts {
    private static final String COUNTS_FROM = "/counts-from";
    private static final String COMPLETE_FROM = "/complete-from";

    private final RuntimeContext context;
    private final Map<String, LongMaximum> times = new HashMap<>();

    FeatureCounts(RuntimeContext context) {
        this.context = context;
    }

    /** What a job's accumulators say of a feature, or null where they say nothing. */
    public static @Nullable Completeness completeness(Map<String, Long> counts, String feature) {
        Long countsFrom = counts.get(name(feature, COUNTS_FROM));
        Long completeFrom = counts.get(name(feature, COMPLETE_FROM));
        return countsFrom == null || completeFrom == null ? null : new Completeness(countsFrom, completeFrom);
    }

    void show(Map<String, Completeness> features) {
        features.forEach((feature, completeness) -> {
            show(name(feature, COUNTS_FROM), completeness.fedSinceMillis());
            show(name(feature, COMPLETE_FROM), completeness.fromMillis());
        });
    }

    private void show(String name, long millis) {
        LongMaximum time = times.computeIfAbsent(name, fresh -> {
            LongMaximum maximum = new LongMaximum();
            context.addAccumulator(fresh, maximum);
            return maximum;
        });
        time.resetLocal();
        time.add(millis);
    }

    private static String name(String feature, String what) {
        return "feature/" + feature + what;
    }
}
