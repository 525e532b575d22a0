package io.heed.jobs.endtoend;

import io.heed.jobs.configuration.InputOptions;
import io.heed.jobs.configuration.JobConfiguration;
import io.heed.jobs.configuration.KafkaInput;
import io.heed.jobs.configuration.OutputOptions;
import io.heed.jobs.flink.delivery.OutputKind;
import io.heed.jobs.kafka.KafkaBroker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Recordings in a real broker: records keyed by their subject, stamped with their arrival. */
record KafkaTelco(KafkaBroker broker) {
    static final int PARTITIONS = 3;

    /** Makes a topic of some lines, in their order. */
    void write(String topic, List<DisturbedRecording.Line> lines) throws Exception {
        broker.createTopics(PARTITIONS, topic);
        Map<String, Object> properties = Map.of("bootstrap.servers", broker.bootstrapServers(), "linger.ms", 20);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (DisturbedRecording.Line line : lines) {
                byte[] key = line.subject().isEmpty() ? null : bytes(line.subject());
                sent.add(producer.send(
                        new ProducerRecord<>(topic, null, line.arrivedMillis(), key, bytes(line.text()))));
            }
            for (Future<RecordMetadata> record : sent) {
                record.get();
            }
        }
    }

    /** The same job over a topic, to its present end. */
    JobConfiguration reading(String topic, JobConfiguration job) {
        return reading(topic, List.of(), job);
    }

    /** The same job over files and then a topic, to its present end. */
    JobConfiguration reading(String topic, List<String> history, JobConfiguration job) {
        KafkaInput kafka = new KafkaInput(broker.bootstrapServers(), List.of(topic), "heed", true, Map.of());
        return job.withInput(new InputOptions(history, "", kafka));
    }

    /** Topics for all outputs under a prefix. */
    OutputOptions outputs(String prefix) throws Exception {
        String[] topics = Stream.of(OutputKind.values())
                .map(OutputKind::topic)
                .map(name -> prefix + name)
                .toArray(String[]::new);
        broker.createTopics(PARTITIONS, topics);
        return new OutputOptions("", broker.bootstrapServers(), prefix, Map.of(), false);
    }

    /** The committed values of a topic, sorted. */
    List<String> committed(String topic) {
        Map<String, Object> properties =
                Map.of("bootstrap.servers", broker.bootstrapServers(), "isolation.level", "read_committed");
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.seekToBeginning(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                    values.add(new String(record.value(), StandardCharsets.UTF_8));
                }
            }
        }
        values.sort(null);
        return values;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
