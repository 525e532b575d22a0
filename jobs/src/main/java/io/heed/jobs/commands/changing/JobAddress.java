package io.heed.jobs.commands.changing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which running job is asked. */
public final class JobAddress {
    @Option(names = "--rest", paramLabel = "URL", description = "The REST interface of the Flink that runs the job.")
    private @Nullable String rest;

    @Option(names = "--state", paramLabel = "DIR", description = "The state folder of a job that heed run runs here.")
    private @Nullable Path state;

    /**
     * The job's counts by name, none where no job is named.
     *
     * @throws IllegalArgumentException if no job runs with the state folder
     */
    public Map<String, Long> counts() throws IOException {
        String address = address();
        return address == null ? new TreeMap<>() : new JobCounts(address).read();
    }

    /**
     * The largest value of each metric of an operator over its tasks; none where no job is named.
     *
     * @throws IllegalArgumentException if no job runs with the state folder
     */
    public Map<String, Double> largest(String operator, List<String> metrics) throws IOException {
        String address = address();
        return address == null ? new TreeMap<>() : new JobCounts(address).largest(operator, metrics);
    }

    private @Nullable String address() throws IOException {
        if (rest != null || state == null) {
            return rest;
        }
        Path file = state.resolve("rest-address");
        if (!Files.exists(file)) {
            throw new IllegalArgumentException("no job runs with this state folder: " + state);
        }
        return Files.readString(file).strip();
    }
}
