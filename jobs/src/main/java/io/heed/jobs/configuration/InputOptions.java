package io.heed.jobs.configuration;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where events come from: files, Kafka, or files first and Kafka from there on.
 *
 * @param files URIs of files, read by name as one partition
 * @param mapping the workspace's mapping of a foreign source, "" for CloudEvents
 * @param kafka the topics to read, or null for none
 */
public record InputOptions(
        List<String> files, String mapping, @Nullable KafkaInput kafka) implements Serializable {
    /** Checks that there is something to read. */
    public InputOptions {
        files = List.copyOf(files);
        if (files.isEmpty() && kafka == null) {
            throw new IllegalArgumentException("input names neither files nor kafka (legal: files: [events.jsonl.gz])");
        }
    }

    /** Whether the input ends. */
    public boolean isFinite() {
        return kafka == null || kafka.bounded();
    }
}
