package io.heed.jobs.change;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** A change log in a Kafka topic of one partition; an entry's number is its offset, counted from 1. */
public final class ChangeTopic implements ChangeLog {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(100);

    private final String bootstrapServers;
    private final String topic;
    private @Nullable KafkaConsumer<byte[], byte[]> consumer;

    /** The log in a topic, which must exist. */
    public ChangeTopic(String bootstrapServers, String topic) {
        this.bootstrapServers = bootstrapServers;
        this.topic = topic;
    }

    @Override
    public List<Entry> after(long number) throws IOException {
        TopicPartition partition = new TopicPartition(topic, 0);
        List<Entry> entries = new ArrayList<>();
        try {
            KafkaConsumer<byte[], byte[]> reader = consumer(partition);
            long end = reader.endOffsets(List.of(partition), PATIENCE).getOrDefault(partition, 0L);
            if (end <= number) {
                return entries;
            }
            reader.seek(partition, number);
            while (reader.position(partition, PATIENCE) < end) {
                for (ConsumerRecord<byte[], byte[]> record : reader.poll(POLL)) {
                    byte[] value = record.value() == null ? new byte[0] : record.value();
                    entries.add(new Entry(record.offset() + 1, new String(value, StandardCharsets.UTF_8)));
                }
            }
            return entries;
        } catch (KafkaException unreachable) {
            throw new IOException("topic of changes cannot be read: " + topic, unreachable);
        }
    }

    @Override
    public long append(String text) throws IOException {
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                PATIENCE.toMillis());
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            byte[] value = text.getBytes(StandardCharsets.UTF_8);
            return producer.send(new ProducerRecord<>(topic, 0, null, value))
                            .get()
                            .offset()
                    + 1;
        } catch (ExecutionException | KafkaException refused) {
            throw new IOException("topic of changes cannot be written: " + topic, refused);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("writing to the topic of changes was interrupted: " + topic, stopped);
        }
    }

    @Override
    public void close() {
        if (consumer != null) {
            consumer.close();
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer(TopicPartition partition) throws IOException {
        if (consumer != null) {
            return consumer;
        }
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed");
        KafkaConsumer<byte[], byte[]> fresh =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer = fresh;
        List<PartitionInfo> partitions = fresh.partitionsFor(topic, PATIENCE);
        if (partitions.size() != 1) {
            throw new IOException("topic of changes has not exactly one partition: " + topic + " has "
                    + partitions.size() + " (legal: create it with one partition and cleanup.policy=delete)");
        }
        fresh.assign(List.of(partition));
        long first = fresh.beginningOffsets(List.of(partition), PATIENCE).getOrDefault(partition, 0L);
        if (first > 0) {
            throw new IOException("topic of changes has lost its beginning: " + topic + " begins at " + first
                    + " (legal: retention.ms=-1 and cleanup.policy=delete)");
        }
        return fresh;
    }
}
