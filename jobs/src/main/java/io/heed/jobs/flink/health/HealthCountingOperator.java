package io.heed.jobs.flink.health;

import io.heed.events.flink.CodecSerializer;
import io.heed.jobs.customer.CareResult;
import io.heed.jobs.customer.CareResult.Judged;
import io.heed.jobs.customer.CareResult.Predicted;
import io.heed.jobs.workspace.WorkspaceSnapshot;
import io.heed.models.health.HealthCounting;
import io.heed.models.health.HealthPart;
import io.heed.models.health.HealthWindows;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Counts the predictions of its task, chained to the customers, so that they travel no further. When the watermark ends a
 * window, what was counted in it is given on; parts add up, so a restart may give them to any task.
 */
@SuppressWarnings("NullAway.Init") // transient fields are set in initializeState, before Flink gives any record
public final class HealthCountingOperator extends AbstractStreamOperator<HealthPart>
        implements OneInputStreamOperator<CareResult, HealthPart> {
    private static final long serialVersionUID = 1L;

    private final WorkspaceSnapshot workspace;
    private final HealthWindows windows;
    private transient HealthCounting counting;
    private transient ListState<HealthPart> parts;

    /** An operator over the models of a workspace. */
    public HealthCountingOperator(WorkspaceSnapshot workspace, HealthWindows windows) {
        this.workspace = workspace;
        this.windows = windows;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        counting = new HealthCounting(windows, new TrainedVersions(workspace));
        parts = context.getOperatorStateStore()
                .getListState(new ListStateDescriptor<>("parts", new CodecSerializer<>(HealthPart.CODEC, false)));
        for (HealthPart part : parts.get()) {
            counting.restore(part);
        }
    }

    @Override
    public void processElement(StreamRecord<CareResult> record) {
        if (record.getValue() instanceof Predicted predicted) {
            counting.add(predicted.prediction(), predicted.handledMillis());
        } else if (record.getValue() instanceof Judged judged) {
            counting.add(judged.score());
        }
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        for (HealthPart part : counting.closeUntil(mark.getTimestamp())) {
            output.collect(new StreamRecord<>(part));
        }
        super.processWatermark(mark);
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        parts.update(counting.parts());
    }
}
