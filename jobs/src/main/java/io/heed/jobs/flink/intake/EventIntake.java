package io.heed.jobs.flink.intake;

import io.heed.events.CareEvent;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.codec.DeadLetter;
import io.heed.events.flink.CodecTypeInformation;
import io.heed.events.state.CareEventCodec;
import io.heed.events.state.DeadLetterCodec;
import io.heed.jobs.configuration.InputOptions;
import io.heed.jobs.configuration.KafkaInput;
import io.heed.jobs.configuration.TimeOptions;
import java.util.Properties;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.connector.base.source.hybrid.HybridSource;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.OutputTag;
import org.apache.flink.util.clock.SystemClock;

/** The way in: files, Kafka, or history from files and then Kafka. */
public final class EventIntake {
    private final EventFormat format;
    private final InputOptions input;
    private final TimeOptions time;

    /** An intake of the configured input. */
    public EventIntake(EventFormat format, InputOptions input, TimeOptions time) {
        this.format = format;
        this.input = input;
        this.time = time;
    }

    /** Adds the sources to a job and sorts what they read. */
    public EventStreams addTo(StreamExecutionEnvironment environment) {
        EventCatalogue catalogue = format.catalogue();
        CareEventCodec codec = new CareEventCodec(catalogue);
        OutputTag<CareEvent> shared = IntakeOperator.eventTag("shared", codec);
        OutputTag<CareEvent> unattributed = IntakeOperator.eventTag("unattributed", codec);
        OutputTag<DeadLetter> deadLetters = new OutputTag<>(
                "dead-letters", new CodecTypeInformation<>(DeadLetter.class, new DeadLetterCodec(), true));
        SingleOutputStreamOperator<Arrival> arrivals = environment
                .fromSource(
                        source(),
                        watermarks(),
                        "events",
                        new CodecTypeInformation<>(Arrival.class, new ArrivalCodec(codec), true))
                .uid("events")
                .name("events");
        if (!input.files().isEmpty()) {
            // Files are one partition, read in order; readers without a file would hold time back until Kafka's turn.
            arrivals.setParallelism(1);
        }
        SingleOutputStreamOperator<CareEvent> events = arrivals.transform(
                        "intake",
                        new CodecTypeInformation<>(CareEvent.class, codec, true),
                        new IntakeOperator(catalogue.require("input.ended"), shared, unattributed, deadLetters))
                .setParallelism(arrivals.getParallelism())
                .uid("intake")
                .name("intake");
        return new EventStreams(
                events,
                events.getSideOutput(shared),
                events.getSideOutput(unattributed),
                events.getSideOutput(deadLetters));
    }

    private Source<Arrival, ?, ?> source() {
        KafkaInput kafka = input.kafka();
        if (kafka == null) {
            return files();
        }
        if (input.files().isEmpty()) {
            return topics(kafka);
        }
        return HybridSource.builder(files()).addSource(topics(kafka)).build();
    }

    private FileSource<Arrival> files() {
        return FileSource.forBulkFileFormat(
                        new LineFormat(format),
                        input.files().stream().map(Path::new).toArray(Path[]::new))
                .setSplitAssigner(InOrderSplits::new)
                .build();
    }

    private KafkaSource<Arrival> topics(KafkaInput kafka) {
        Properties properties = new Properties();
        properties.putAll(kafka.properties());
        KafkaSourceBuilder<Arrival> builder = KafkaSource.<Arrival>builder()
                .setBootstrapServers(kafka.bootstrapServers())
                .setTopics(kafka.topics())
                .setGroupId(kafka.group())
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setDeserializer(new KafkaArrivals(format))
                .setProperty("isolation.level", "read_committed")
                .setProperties(properties);
        return kafka.bounded() ? builder.setBounded(OffsetsInitializer.latest()).build() : builder.build();
    }

    private WatermarkStrategy<Arrival> watermarks() {
        long outOfOrderness = time.maxOutOfOrdernessMillis();
        KafkaInput kafka = input.kafka();
        long idleAfter = kafka == null || kafka.bounded() ? 0 : time.idleAfterMillis();
        return WatermarkStrategy.<Arrival>forGenerator(context -> new ArrivalWatermarks(
                        outOfOrderness, idleAfter, context.getInputActivityClock(), SystemClock.getInstance()))
                .withTimestampAssigner((arrival, recordTimestamp) -> arrival.drivesTimeTo());
    }
}
