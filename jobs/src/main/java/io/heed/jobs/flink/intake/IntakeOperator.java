package io.heed.jobs.flink.intake;

import io.heed.events.CareEvent;
import io.heed.events.EventType;
import io.heed.events.SubjectKind;
import io.heed.events.codec.DeadLetter;
import io.heed.events.flink.CodecTypeInformation;
import io.heed.events.state.CareEventCodec;
import io.heed.jobs.flink.counting.DurableCounts;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Sorts arrivals: events of customers go on, shared events, unattributed ones and dead letters go to the side. At the
 * end of a finite input it tells all customers how far time goes, since Flink's last watermark says only that it ends.
 */
final class IntakeOperator extends AbstractStreamOperator<CareEvent>
        implements OneInputStreamOperator<Arrival, CareEvent> {
    private static final long serialVersionUID = 1L;
    private static final String RECORDS = "records";
    private static final String DEAD_LETTERS = "deadLetters";
    private static final String UNATTRIBUTED = "unattributed";
    private static final String SHARED = "shared";
    private static final String IGNORED_FIELDS = "ignoredFields";

    private final EventType endOfInput;
    private final OutputTag<CareEvent> shared;
    private final OutputTag<CareEvent> unattributed;
    private final OutputTag<DeadLetter> deadLetters;

    private long newestMillis = Long.MIN_VALUE;
    private transient @Nullable ListState<Long> newestState;

    @SuppressWarnings("NullAway.Init") // set in initializeState
    private transient DurableCounts counts;

    IntakeOperator(
            EventType endOfInput,
            OutputTag<CareEvent> shared,
            OutputTag<CareEvent> unattributed,
            OutputTag<DeadLetter> deadLetters) {
        this.endOfInput = endOfInput;
        this.shared = shared;
        this.unattributed = unattributed;
        this.deadLetters = deadLetters;
    }

    static OutputTag<CareEvent> eventTag(String name, CareEventCodec codec) {
        return new OutputTag<>(name, new CodecTypeInformation<>(CareEvent.class, codec, true));
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        counts = new DurableCounts(
                context.getOperatorStateStore(),
                getRuntimeContext(),
                List.of(RECORDS, DEAD_LETTERS, UNATTRIBUTED, SHARED, IGNORED_FIELDS));
        newestState = context.getOperatorStateStore()
                .getUnionListState(new ListStateDescriptor<>("intake.newest", Long.class));
        for (Long newest : newestState.get()) {
            newestMillis = Math.max(newestMillis, newest);
        }
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        counts.snapshot();
        if (newestState != null) {
            newestState.update(List.of(newestMillis));
        }
    }

    @Override
    public void processElement(StreamRecord<Arrival> record) {
        Arrival arrival = record.getValue();
        counts.add(RECORDS, 1);
        counts.add(IGNORED_FIELDS, arrival.ignoredFields());
        CareEvent event = arrival.event();
        if (event != null) {
            newestMillis = Math.max(newestMillis, event.dueMillis());
            emit(event);
        } else if (arrival.deadLetter() != null) {
            counts.add(DEAD_LETTERS, 1);
            output.collect(deadLetters, new StreamRecord<>(arrival.deadLetter()));
        }
    }

    private void emit(CareEvent event) {
        StreamRecord<CareEvent> record = new StreamRecord<>(event, event.timeMillis());
        if (event.type().subject() != SubjectKind.CUSTOMER) {
            counts.add(SHARED, 1);
            output.collect(shared, record);
        } else if (event.subject().isEmpty()) {
            counts.add(UNATTRIBUTED, 1);
            output.collect(unattributed, record);
        } else {
            output.collect(record);
        }
    }

    /** Where time ends must be known before the watermark that ends it, which may overtake whatever comes after it. */
    @Override
    public void processWatermark(Watermark mark) throws Exception {
        if (mark.getTimestamp() == Watermark.MAX_WATERMARK.getTimestamp() && newestMillis != Long.MIN_VALUE) {
            CareEvent end = new CareEvent(
                    endOfInput, "end", "heed", "", newestMillis, newestMillis, CareEvent.NO_SEQUENCE, new Object[0]);
            output.collect(shared, new StreamRecord<>(end, newestMillis));
        }
        super.processWatermark(mark);
    }
}
