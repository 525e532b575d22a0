package io.heed.jobs.configuration;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where results go; any of them, or all at once.
 *
 * @param directory the URI of a folder for files, "" for none
 * @param bootstrapServers Kafka's servers, "" for none
 * @param topicPrefix what the names of the topics begin with
 * @param properties further properties of the Kafka producer
 * @param terminal whether triggers are printed
 */
public record OutputOptions(
        String directory, String bootstrapServers, String topicPrefix, Map<String, String> properties, boolean terminal)
        implements Serializable {
    /** Copies the properties. */
    public OutputOptions {
        properties = new TreeMap<>(properties);
    }

    /** No output but what the caller collects by itself. */
    public static OutputOptions none() {
        return new OutputOptions("", "", "care-", Map.of(), false);
    }
}
