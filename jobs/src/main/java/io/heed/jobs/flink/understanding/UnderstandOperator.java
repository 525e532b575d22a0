package io.heed.jobs.flink.understanding;

import io.heed.events.CareEvent;
import io.heed.events.change.Change;
import io.heed.events.change.ChangeCodec;
import io.heed.events.flink.CodecSerializer;
import io.heed.events.state.CareEventCodec;
import io.heed.jobs.understanding.EventReading;
import io.heed.jobs.understanding.ReadingVersions;
import io.heed.language.MessageReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;

/**
 * Reads the messages of events whose personal data is out already, each by the version of the model that holds at its
 * time. The second input brings the changes; its watermark says up to when all of them are known. An event beyond that
 * waits, so that no message is read by a version that a change to come replaces, and event time waits with it.
 */
@SuppressWarnings("NullAway.Init") // transient fields are set in initializeState, before Flink gives any record
final class UnderstandOperator extends AbstractStreamOperator<CareEvent>
        implements TwoInputStreamOperator<CareEvent, Change, CareEvent> {
    private static final long serialVersionUID = 1L;
    private static final int CHANGES_INPUT = 1;

    private final UnderstandingOptions options;
    private final CareEventCodec events;

    private long eventsMillis = Long.MIN_VALUE;
    private long knownMillis = Long.MIN_VALUE;
    private long passedMillis = Long.MIN_VALUE;
    private transient int eventsWaiting;
    private transient NavigableMap<Long, List<CareEvent>> waiting;
    private transient ReadingVersions<MessageReader> versions;
    private transient ListState<CareEvent> waitingState;
    private transient BroadcastState<Long, Change> changeState;
    private transient ReadingPace pace;

    UnderstandOperator(UnderstandingOptions options, CareEventCodec events) {
        this.options = options;
        this.events = events;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        waiting = new TreeMap<>();
        versions = options.versions();
        waitingState = context.getOperatorStateStore()
                .getListState(new ListStateDescriptor<>("understanding.waiting", new CodecSerializer<>(events, true)));
        changeState = context.getOperatorStateStore()
                .getBroadcastState(new MapStateDescriptor<>(
                        "understanding.changes",
                        LongSerializer.INSTANCE,
                        new CodecSerializer<>(new ChangeCodec(), true)));
        NavigableMap<Long, Change> changes = new TreeMap<>();
        for (Map.Entry<Long, Change> entry : changeState.entries()) {
            changes.put(entry.getKey(), entry.getValue());
        }
        changes.values().forEach(versions::adopt);
        for (CareEvent event : waitingState.get()) {
            wait(event);
        }
        if (changes.isEmpty()) {
            versions.at(Long.MIN_VALUE, now()); // a model that cannot be loaded is told at the start
        } else {
            versions.prepare(Long.MAX_VALUE, now());
        }
    }

    @Override
    public void open() throws Exception {
        super.open();
        combinedWatermark.updateStatus(CHANGES_INPUT, true); // changes hold time back here, not by Flink's own rule
        pace = new ReadingPace(getMetricGroup());
        getMetricGroup().gauge("eventsWaiting", () -> eventsWaiting);
    }

    @Override
    public void processElement1(StreamRecord<CareEvent> record) {
        CareEvent event = record.getValue();
        if (event.timeMillis() > knownMillis) {
            wait(event);
        } else {
            emit(event);
        }
    }

    private void wait(CareEvent event) {
        eventsWaiting++;
        waiting.computeIfAbsent(event.timeMillis(), time -> new ArrayList<>()).add(event);
    }

    private void emit(CareEvent event) {
        CareEvent understood = event;
        if (EventReading.isRead(event)) {
            long begun = System.nanoTime();
            understood = EventReading.read(event, time -> versions.at(time, now()));
            pace.read(System.nanoTime() - begun, event.timeMillis(), now());
        }
        output.collect(new StreamRecord<>(understood, event.timeMillis()));
    }

    @Override
    public void processElement2(StreamRecord<Change> record) throws Exception {
        Change change = record.getValue();
        if (versions.isMeant(change)) {
            changeState.put(change.number(), change);
            versions.adopt(change);
            versions.prepare(passedMillis, now());
        }
    }

    @Override
    public void processWatermark2(Watermark mark) throws Exception {
        knownMillis = Math.max(knownMillis, mark.getTimestamp());
        NavigableMap<Long, List<CareEvent>> known = waiting.headMap(knownMillis, true);
        for (List<CareEvent> sameTime : known.values()) {
            sameTime.forEach(this::emit);
            eventsWaiting -= sameTime.size();
        }
        known.clear();
        pass();
        versions.letGoBefore(passedMillis, now());
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        eventsMillis = Math.max(eventsMillis, mark.getTimestamp());
        pass();
    }

    /** Whether events are idle is said by their input alone: changes never are. */
    @Override
    protected void processWatermarkStatus(WatermarkStatus status, int input) throws Exception {
        if (input != CHANGES_INPUT) {
            super.processWatermarkStatus(status, input);
        }
    }

    private void pass() throws Exception {
        long millis = Math.min(eventsMillis, knownMillis);
        if (millis > passedMillis) {
            passedMillis = millis;
            super.processWatermark(new Watermark(millis));
        }
    }

    private long now() {
        return getProcessingTimeService().getCurrentProcessingTime();
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        waitingState.update(waiting.values().stream().flatMap(List::stream).toList());
    }

    @Override
    public void close() throws Exception {
        if (versions != null) {
            versions.close();
        }
        super.close();
    }
}
