package io.heed.jobs.configuration;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Kafka topics to read.
 *
 * @param group the consumer group, under which progress can be seen
 * @param bounded whether to stop at what the topics hold when the job starts
 * @param properties further properties of the Kafka consumer
 */
public record KafkaInput(
        String bootstrapServers, List<String> topics, String group, boolean bounded, Map<String, String> properties)
        implements Serializable {
    /** Copies the collections and checks that there is a topic. */
    public KafkaInput {
        topics = List.copyOf(topics);
        properties = new TreeMap<>(properties);
        if (topics.isEmpty()) {
            throw new IllegalArgumentException("topics are missing (legal: topics: [care-events])");
        }
    }
}
