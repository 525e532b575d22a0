package io.heed.jobs.flink.intake;

import io.heed.events.codec.EventReader;
import io.heed.events.codec.RawRecord;
import io.heed.events.flink.CodecTypeInformation;
import io.heed.events.state.CareEventCodec;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Kafka's records as arrivals; a record without a value is a dead letter like any other that cannot be read. */
final class KafkaArrivals implements KafkaRecordDeserializationSchema<Arrival> {
    private static final long serialVersionUID = 1L;

    private final EventFormat format;
    private transient @Nullable EventReader reader;

    KafkaArrivals(EventFormat format) {
        this.format = format;
    }

    @Override
    public void open(DeserializationSchema.InitializationContext context) {
        reader = format.newReader();
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Arrival> out) {
        if (reader == null) {
            reader = format.newReader();
        }
        byte[] value = record.value() == null ? new byte[0] : record.value();
        String partition = record.topic() + "-" + record.partition();
        out.collect(Arrival.of(new RawRecord(partition, record.offset(), record.timestamp(), value), reader));
    }

    @Override
    public TypeInformation<Arrival> getProducedType() {
        return new CodecTypeInformation<>(
                Arrival.class, new ArrivalCodec(new CareEventCodec(format.catalogue())), true);
    }
}
