package io.heed.jobs.flink.health;

import io.heed.events.flink.CodecSerializer;
import io.heed.jobs.customer.CareResult;
import io.heed.jobs.customer.CareResult.ModelChecked;
import io.heed.jobs.flink.counting.DurableCounts;
import io.heed.jobs.workspace.WorkspaceSnapshot;
import io.heed.models.health.HealthHistory;
import io.heed.models.health.HealthJudge;
import io.heed.models.health.HealthLimits;
import io.heed.models.health.HealthPart;
import io.heed.models.health.HealthWindows;
import io.heed.models.health.ModelHealth;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Adds up what all tasks counted of a version, judges each window, and shows the newest figures as counts of the job. Keyed
 * by model, version and part.
 */
@SuppressWarnings("NullAway.Init") // transient fields are set in initializeState, before Flink gives any record
public final class HealthJudgeFunction extends KeyedProcessFunction<String, HealthPart, CareResult>
        implements CheckpointedFunction {
    private static final long serialVersionUID = 1L;

    private final WorkspaceSnapshot workspace;
    private final HealthWindows windows;
    private transient TrainedVersions trained;
    private transient HealthJudge judge;
    private transient ValueState<HealthHistory> history;
    private transient MapState<String, Long> shown;
    private transient DurableCounts counts;

    /** A function over the models of a workspace. */
    public HealthJudgeFunction(WorkspaceSnapshot workspace, HealthWindows windows) {
        this.workspace = workspace;
        this.windows = windows;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        trained = new TrainedVersions(workspace);
        judge = new HealthJudge(HealthLimits.USUAL, windows.enoughPredictions());
        history = context.getKeyedStateStore()
                .getState(new ValueStateDescriptor<>("history", new CodecSerializer<>(HealthHistory.CODEC, false)));
        shown = context.getKeyedStateStore().getMapState(new MapStateDescriptor<>("shown", Types.STRING, Types.LONG));
        counts = new DurableCounts(context.getOperatorStateStore(), getRuntimeContext(), List.of());
    }

    @Override
    public void processElement(HealthPart part, Context context, Collector<CareResult> out) throws Exception {
        HealthHistory known = history.value();
        HealthHistory kept = known == null ? new HealthHistory() : known;
        kept.add(part, windows).forEach(context.timerService()::registerEventTimeTimer);
        history.update(kept);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<CareResult> out) throws Exception {
        HealthHistory kept = history.value();
        if (kept == null) {
            return;
        }
        for (ModelHealth health : kept.judgeUntil(timestamp, windows, judge, trained)) {
            out.collect(new ModelChecked(health));
            show(health);
        }
        if (kept.isEmpty()) {
            history.clear();
        } else {
            history.update(kept);
        }
    }

    /** A count is the sum over all tasks, so only what has changed since is added. */
    private void show(ModelHealth health) throws Exception {
        for (Map.Entry<String, Long> figure : HealthFigures.counts(health).entrySet()) {
            Long before = shown.get(figure.getKey());
            counts.addNew(figure.getKey(), figure.getValue() - (before == null ? 0 : before));
            shown.put(figure.getKey(), figure.getValue());
        }
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        counts.snapshot();
    }
}
