package io.heed.jobs.flink.delivery;

import io.heed.jobs.configuration.OutputOptions;
import io.heed.jobs.customer.CareResult;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.apache.flink.api.common.serialization.SimpleStringEncoder;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.file.sink.FileSink;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.KafkaSinkBuilder;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.sink.PrintSink;
import org.apache.flink.streaming.api.functions.sink.filesystem.rollingpolicies.OnCheckpointRollingPolicy;

/** Gives each kind of result to every configured output, exactly once where checkpoints are on. */
public final class Delivery {
    private final OutputOptions output;

    /** A delivery to the configured outputs. */
    public Delivery(OutputOptions output) {
        this.output = output;
    }

    /** Delivers everything that comes out of the job, each kind to an output of its own. */
    public void deliver(DataStream<CareResult> results) {
        for (OutputKind kind : OutputKind.values()) {
            DataStream<OutputLine> lines = results.flatMap(new OutputLineFunction(kind))
                    .returns(TypeInformation.of(OutputLine.class))
                    .uid(kind.topic() + "-lines") // the topic's name alone is that of the step that gives its results
                    .name(kind.topic() + "-lines");
            deliver(kind.topic(), lines);
            if (output.terminal() && kind == OutputKind.TRIGGERS) {
                json("print", kind.topic(), lines)
                        .sinkTo(new PrintSink<>())
                        .uid("print")
                        .name("print");
            }
        }
    }

    private void deliver(String topic, DataStream<OutputLine> lines) {
        if (!output.directory().isEmpty()) {
            json("files", topic, lines)
                    .sinkTo(files(topic))
                    .uid(topic + "-files")
                    .name(topic + "-files");
        }
        if (!output.bootstrapServers().isEmpty()) {
            lines.sinkTo(kafka(topic)).uid(topic + "-kafka").name(topic + "-kafka");
        }
    }

    private static DataStream<String> json(String sink, String topic, DataStream<OutputLine> lines) {
        String name = topic + "-" + sink + "-lines";
        return lines.map(OutputLine::json).returns(Types.STRING).uid(name).name(name);
    }

    private FileSink<String> files(String name) {
        return FileSink.forRowFormat(
                        new Path(output.directory(), name),
                        new SimpleStringEncoder<String>(StandardCharsets.UTF_8.name()))
                .withRollingPolicy(OnCheckpointRollingPolicy.build())
                .build();
    }

    private KafkaSink<OutputLine> kafka(String name) {
        Properties properties = new Properties();
        properties.putAll(output.properties());
        properties.putIfAbsent("transaction.timeout.ms", "600000"); // a broker refuses more than 15 minutes
        KafkaSinkBuilder<OutputLine> builder = KafkaSink.builder();
        return builder.setBootstrapServers(output.bootstrapServers())
                .setKafkaProducerConfig(properties)
                .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
                .setTransactionalIdPrefix("heed-" + output.topicPrefix() + name)
                .setRecordSerializer(new OutputRecords(output.topicPrefix() + name))
                .build();
    }
}
