package io.heed.jobs.flink.change;

import io.heed.events.change.Change;
import io.heed.events.change.ChangeCodec;
import io.heed.events.flink.CodecSerializer;
import io.heed.jobs.change.ChangeLog.Entry;
import io.heed.jobs.change.ChangeReview;
import io.heed.jobs.change.ChangeVerdict;
import io.heed.jobs.change.ChangeVerdict.Outcome;
import io.heed.jobs.change.DefinitionTimeline;
import io.heed.jobs.flink.counting.DurableCounts;
import io.heed.jobs.workspace.WorkspaceSnapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Reviews the change log, in one place, so that all customers get the same changes. What was accepted is kept, and
 * accepted again after a restart; an entry is never reviewed twice.
 */
@SuppressWarnings("NullAway.Init") // transient fields are set in initializeState, before Flink gives any record
final class ChangeReviewOperator extends AbstractStreamOperator<Change>
        implements OneInputStreamOperator<LogReading, Change> {
    private static final long serialVersionUID = 1L;

    private final WorkspaceSnapshot workspace;
    private final OutputTag<ChangeVerdict> verdicts;
    private long lastNumber;
    private long closedUntilMillis = Long.MIN_VALUE;
    private transient ChangeReview review;
    private transient ListState<Long> progressState;
    private transient ListState<Change> acceptedState;
    private transient DurableCounts counts;

    ChangeReviewOperator(WorkspaceSnapshot workspace, OutputTag<ChangeVerdict> verdicts) {
        this.workspace = workspace;
        this.verdicts = verdicts;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        progressState = context.getOperatorStateStore()
                .getListState(new ListStateDescriptor<>("changes.progress", LongSerializer.INSTANCE));
        acceptedState = context.getOperatorStateStore()
                .getListState(
                        new ListStateDescriptor<>("changes.accepted", new CodecSerializer<>(new ChangeCodec(), true)));
        counts = new DurableCounts(
                context.getOperatorStateStore(),
                getRuntimeContext(),
                Arrays.stream(Outcome.values())
                        .map(ChangeReviewOperator::counter)
                        .toList());
        DefinitionTimeline timeline = DefinitionTimeline.of(workspace);
        for (Change accepted : acceptedState.get()) {
            if (!timeline.adopt(accepted)) {
                LOG.warn("change {} of {} does nothing beside this workspace", accepted.number(), accepted.name());
            }
        }
        review = ChangeReview.in(workspace, timeline);
        List<Long> progress = new ArrayList<>();
        progressState.get().forEach(progress::add);
        if (!progress.isEmpty()) {
            lastNumber = progress.get(0);
            closedUntilMillis = progress.get(1);
        }
    }

    @Override
    public void processElement(StreamRecord<LogReading> record) throws Exception {
        for (Entry entry : record.getValue().entries()) {
            if (entry.number() > lastNumber) {
                review(entry);
                lastNumber = entry.number();
            }
        }
        closedUntilMillis = Math.max(closedUntilMillis, record.getValue().closedUntilMillis());
    }

    private void review(Entry entry) throws Exception {
        ChangeVerdict verdict = review.review(entry.number(), entry.text(), closedUntilMillis);
        counts.add(counter(verdict.outcome()), 1);
        if (verdict.isAccepted() && verdict.change() != null) {
            acceptedState.add(verdict.change());
            output.collect(new StreamRecord<>(verdict.change(), verdict.change().effectiveMillis()));
        } else {
            LOG.warn("change {} is {}: {}", entry.number(), verdict.outcome().code(), verdict.reasons());
        }
        output.collect(verdicts, new StreamRecord<>(verdict));
    }

    private static String counter(Outcome outcome) {
        return "changes-" + outcome.code();
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        counts.snapshot();
        progressState.update(List.of(lastNumber, closedUntilMillis));
    }
}
