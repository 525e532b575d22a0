package io.heed.jobs.configuration;

import java.io.Serializable;

/**
 * Where changes of definitions come from while the job runs; a folder or a topic, or neither.
 *
 * @param directory the folder of the change log, "" for none
 * @param bootstrapServers Kafka's servers, "" for none
 * @param topic the topic of the change log: one partition, never compacted
 */
public record ChangeOptions(String directory, String bootstrapServers, String topic) implements Serializable {
    /** Definitions never change. */
    public static final ChangeOptions NONE = new ChangeOptions("", "", "");

    /** Checks that there is at most one log. */
    public ChangeOptions {
        if (!directory.isEmpty() && !topic.isEmpty()) {
            throw new IllegalArgumentException(
                    "changes name both a directory and a topic (legal: changes: {directory: /srv/heed/changes})");
        }
        if (!topic.isEmpty() && bootstrapServers.isEmpty()) {
            throw new IllegalArgumentException("changes name a topic without bootstrap-servers: " + topic
                    + " (legal: changes: {kafka: {bootstrap-servers: \"kafka:9092\", topic: heed-changes}})");
        }
    }

    /** A log in a folder. */
    public static ChangeOptions in(String directory) {
        return new ChangeOptions(directory, "", "");
    }

    /** Whether there is a log at all. */
    public boolean isPresent() {
        return !directory.isEmpty() || !topic.isEmpty();
    }
}
