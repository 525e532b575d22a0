package io.heed.jobs.flink.delivery;

import java.nio.charset.StandardCharsets;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Lines as records of one Kafka topic; a line without a customer has no key, so that such lines spread. */
final class OutputRecords implements KafkaRecordSerializationSchema<OutputLine> {
    private static final long serialVersionUID = 1L;

    private final String topic;

    OutputRecords(String topic) {
        this.topic = topic;
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(OutputLine line, KafkaSinkContext context, Long timestamp) {
        byte @Nullable [] key = line.key().isEmpty() ? null : line.key().getBytes(StandardCharsets.UTF_8);
        return new ProducerRecord<>(topic, key, line.json().getBytes(StandardCharsets.UTF_8));
    }
}
