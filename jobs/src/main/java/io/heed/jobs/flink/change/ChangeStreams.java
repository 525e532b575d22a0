package io.heed.jobs.flink.change;

import io.heed.events.change.Change;
import io.heed.events.change.ChangeCodec;
import io.heed.events.flink.CodecTypeInformation;
import io.heed.jobs.change.ChangeVerdict;
import io.heed.jobs.change.ChangeVerdictCodec;
import io.heed.jobs.configuration.ChangeOptions;
import io.heed.jobs.workspace.WorkspaceSnapshot;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.OutputTag;

/**
 * The way of changes into a job. Their watermark says up to when the log is closed, so that no customer's time passes
 * the effective time of a change that is still to come.
 *
 * @param accepted what takes effect, in the order of the log
 * @param verdicts what became of each entry
 */
public record ChangeStreams(DataStream<Change> accepted, DataStream<ChangeVerdict> verdicts) {
    private static final double LOOKS_A_SECOND = 4;

    /**
     * Adds a change log to a job.
     *
     * @param finite whether the job's input ends, so that the log is read to its end once
     */
    public static ChangeStreams addTo(
            StreamExecutionEnvironment environment,
            ChangeOptions options,
            WorkspaceSnapshot workspace,
            boolean finite,
            ChangeClock clock) {
        DataGeneratorSource<LogReading> source = new DataGeneratorSource<>(
                new ChangeFeed(options, finite, clock),
                finite ? 1 : Long.MAX_VALUE,
                RateLimiterStrategy.perSecond(LOOKS_A_SECOND),
                new CodecTypeInformation<>(LogReading.class, LogReading.CODEC, true));
        OutputTag<ChangeVerdict> verdicts = new OutputTag<>(
                "verdicts", new CodecTypeInformation<>(ChangeVerdict.class, new ChangeVerdictCodec(), true));
        SingleOutputStreamOperator<Change> accepted = environment
                .fromSource(source, closing(), "changes")
                .setParallelism(1)
                .uid("changes")
                .name("changes")
                .transform(
                        "review-changes",
                        new CodecTypeInformation<>(Change.class, new ChangeCodec(), true),
                        new ChangeReviewOperator(workspace, verdicts))
                .setParallelism(1)
                .uid("review-changes")
                .name("review-changes");
        return new ChangeStreams(accepted, accepted.getSideOutput(verdicts));
    }

    private static WatermarkStrategy<LogReading> closing() {
        return WatermarkStrategy.forGenerator(context -> new Closing());
    }

    /** Time is closed up to where a look into the log closed it. */
    private static final class Closing implements WatermarkGenerator<LogReading> {
        @Override
        public void onEvent(LogReading reading, long eventTimestamp, WatermarkOutput output) {
            if (reading.closedUntilMillis() < Long.MAX_VALUE) {
                output.emitWatermark(new Watermark(reading.closedUntilMillis()));
            }
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {}
    }
}
