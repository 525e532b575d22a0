package io.heed.jobs.endtoend;

import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.testutils.InMemoryReporter;

/** Every metric that a cluster of this JVM shows, also when its job is over. */
final class SeenMetrics {
    private final InMemoryReporter reporter = InMemoryReporter.createWithRetainedMetrics();

    /** The settings of a cluster with a reporter that shows its metrics here. */
    Configuration reportedFrom(Configuration cluster) {
        return reporter.addToConfiguration(cluster);
    }

    /** The least value of a gauge of all tasks of an operator, "" for the job as a whole; Long.MIN_VALUE where there is none. */
    long least(JobID job, String operator, String gauge) {
        return of(job).filter(group ->
                        operator.equals(group.getKey().getAllVariables().getOrDefault("<operator_name>", "")))
                .map(group -> group.getValue().get(gauge))
                .filter(Gauge.class::isInstance)
                .mapToLong(metric -> ((Number) ((Gauge<?>) metric).getValue()).longValue())
                .min()
                .orElse(Long.MIN_VALUE);
    }

    /** Scopes, variables, names and values of all metrics of a job, one a line. */
    String text(JobID job) {
        StringBuilder text = new StringBuilder();
        of(job).forEach(group -> {
            text.append(String.join(".", group.getKey().getScopeComponents()))
                    .append(group.getKey().getAllVariables())
                    .append('\n');
            group.getValue()
                    .forEach((name, metric) ->
                            text.append(name).append('=').append(value(metric)).append('\n'));
        });
        return text.toString();
    }

    private Stream<Map.Entry<MetricGroup, Map<String, Metric>>> of(JobID job) {
        return reporter.getMetricsByGroup().entrySet().stream()
                .filter(group ->
                        job.toString().equals(group.getKey().getAllVariables().get("<job_id>")));
    }

    private static String value(Metric metric) {
        if (metric instanceof Gauge<?> gauge) {
            return String.valueOf(gauge.getValue());
        }
        return metric instanceof Counter counter ? String.valueOf(counter.getCount()) : "";
    }
}
