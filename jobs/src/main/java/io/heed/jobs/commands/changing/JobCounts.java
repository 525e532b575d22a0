package io.heed.jobs.commands.changing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The counts of a running job, by Flink's REST interface. */
final class JobCounts {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> TYPES = Set.of("LongCounter", "LongMaximum");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String address;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /** Counts of the job at an address such as {@code http://localhost:8081}. */
    JobCounts(String address) {
        this.address = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    /**
     * The counts now, by name.
     *
     * @throws IOException if nobody answers there, or no job or more than one runs
     */
    Map<String, Long> read() throws IOException {
        Map<String, Long> counts = new TreeMap<>();
        JsonNode accumulators = get("/jobs/" + runningJob() + "/accumulators").path("user-task-accumulators");
        for (JsonNode accumulator : accumulators) {
            if (TYPES.contains(accumulator.path("type").asText())) {
                counts.put(
                        accumulator.path("name").asText(),
                        Long.parseLong(accumulator.path("value").asText()));
            }
        }
        return counts;
    }

    /**
     * The largest value of each metric of an operator over its tasks, by the metric's name. Flink gathers them every few
     * seconds; what it does not know yet is left out.
     */
    Map<String, Double> largest(String operator, List<String> metrics) throws IOException {
        Map<String, Double> largest = new TreeMap<>();
        String job = "/jobs/" + runningJob();
        String wanted = metrics.stream().map(metric -> operator + "." + metric).collect(Collectors.joining(","));
        for (JsonNode task : get(job).path("vertices")) {
            if (task.path("name").asText().contains(operator)) {
                String path = job + "/vertices/" + task.path("id").asText() + "/subtasks/metrics?get=" + wanted;
                for (JsonNode metric : get(path)) {
                    String name = metric.path("id").asText().substring(operator.length() + 1);
                    largest.merge(name, metric.path("max").asDouble(), Math::max);
                }
            }
        }
        return largest;
    }

    private String runningJob() throws IOException {
        String running = "";
        for (JsonNode job : get("/jobs").path("jobs")) {
            if (job.path("status").asText().equals("RUNNING")) {
                if (!running.isEmpty()) {
                    throw new IOException("more than one job runs at " + address);
                }
                running = job.path("id").asText();
            }
        }
        if (running.isEmpty()) {
            throw new IOException("no job runs at " + address);
        }
        return running;
    }

    private JsonNode get(String path) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(PATIENCE)
                .build();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException("Flink answers " + answer.statusCode() + " to " + address + path);
            }
            return JSON.readTree(answer.body());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while asking " + address, stopped);
        }
    }
}
