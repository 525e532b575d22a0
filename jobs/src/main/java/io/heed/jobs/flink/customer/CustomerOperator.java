package io.heed.jobs.flink.customer;

import io.heed.events.CareEvent;
import io.heed.events.change.Change;
import io.heed.events.change.ChangeCodec;
import io.heed.events.flink.CodecSerializer;
import io.heed.events.state.CareEventCodec;
import io.heed.events.state.Cell;
import io.heed.events.state.Codecs;
import io.heed.jobs.configuration.TimeOptions;
import io.heed.jobs.customer.CustomerTimeline;
import io.heed.jobs.customer.SharedEvents;
import io.heed.jobs.customer.SharedRecord;
import io.heed.jobs.customer.SharedRecord.Changed;
import io.heed.jobs.customer.SharedRecord.Happened;
import io.heed.jobs.customer.Tally;
import io.heed.jobs.flink.counting.DurableCounts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;
import org.jspecify.annotations.Nullable;

/**
 * Handles every customer's events and deadlines in order of time. Events wait on the heap until the watermark has passed
 * them; a timer wakes a customer who is silent when something is due. The second input brings events of areas and the
 * company, and changes of definitions, to all customers.
 */
@SuppressWarnings("NullAway.Init") // transient fields are set in initializeState, before Flink gives any record
public final class CustomerOperator<R> extends AbstractStreamOperator<R>
        implements TwoInputStreamOperator<CareEvent, SharedRecord, R>, Triggerable<String, VoidNamespace> {
    private static final long serialVersionUID = 1L;
    private static final String END_OF_INPUT = "input.ended";
    private static final long DAY_MILLIS = 86_400_000;
    /** The longest window of a feature, and three weeks for what is slow. */
    private static final long AREAS_KEPT_MILLIS = 200 * DAY_MILLIS;
    /** Stands before what runs, so that nothing at all can be told from a state that did not know this list yet. */
    private static final String RUNNING = "running";

    /** Visits take a slice out of every pause, a twelfth of the time at most. */
    private static final long VISIT_PAUSE_MILLIS = 25;

    private static final long VISIT_SLICE_NANOS = 2_000_000;

    private final TimelineFactory<R> factory;
    private final CareEventCodec events;
    private final TimeOptions time;
    private final boolean awaitsChanges;

    private long passedMillis = Long.MIN_VALUE;
    private long endMillis = Long.MIN_VALUE;
    private boolean ended;
    private transient long forgottenDay;
    private transient SortBuffer buffer;
    private transient Set<String> bufferedInState;
    private transient SharedEvents shared;
    private transient CustomerTimeline timeline;
    private transient ListState<CareEvent> bufferState;
    private transient FlinkStateStore store;
    private transient Cell<Long> wake;
    private transient ListState<Long> clockState;
    private transient BroadcastState<String, CareEvent> sharedState;
    private transient BroadcastState<Long, Change> changeState;
    private transient ListState<String> visitState;
    private transient ListState<String> runningState;
    private transient Visits visits;
    private transient @Nullable Future<?> visitTimer;
    private transient InternalTimerService<VoidNamespace> timers;
    private transient DurableCounts counts;
    private transient FeatureCounts featureCounts;
    private transient StreamRecord<R> reused;

    /** An operator around stages whose definitions never change. */
    public CustomerOperator(TimelineFactory<R> factory, CareEventCodec events, TimeOptions time) {
        this(factory, events, time, false);
    }

    /**
     * An operator around stages; events are kept in the layout of a catalogue.
     *
     * @param awaitsChanges whether nothing may be handled until the log of changes has been read for the first time
     */
    public CustomerOperator(
            TimelineFactory<R> factory, CareEventCodec events, TimeOptions time, boolean awaitsChanges) {
        this.awaitsChanges = awaitsChanges;
        this.factory = factory;
        this.events = events;
        this.time = time;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        buffer = new SortBuffer();
        bufferedInState = new HashSet<>();
        shared = new SharedEvents();
        visits = new Visits();
        CodecSerializer<CareEvent> serializer = new CodecSerializer<>(events, true);
        bufferState =
                context.getKeyedStateStore().getListState(new ListStateDescriptor<>("timeline.buffer", serializer));
        store = new FlinkStateStore(context.getKeyedStateStore());
        wake = store.cell("timeline.wakes", Codecs.LONG);
        clockState = context.getOperatorStateStore()
                .getUnionListState(new ListStateDescriptor<>("timeline.clock", LongSerializer.INSTANCE));
        sharedState = context.getOperatorStateStore()
                .getBroadcastState(new MapStateDescriptor<>("timeline.shared", StringSerializer.INSTANCE, serializer));
        changeState = context.getOperatorStateStore()
                .getBroadcastState(new MapStateDescriptor<>(
                        "timeline.changes", LongSerializer.INSTANCE, new CodecSerializer<>(new ChangeCodec(), true)));
        visitState = context.getOperatorStateStore()
                .getUnionListState(new ListStateDescriptor<>("timeline.visits", StringSerializer.INSTANCE));
        runningState = context.getOperatorStateStore()
                .getUnionListState(new ListStateDescriptor<>("timeline.running", StringSerializer.INSTANCE));
        counts = new DurableCounts(
                context.getOperatorStateStore(),
                getRuntimeContext(),
                Stream.concat(Arrays.stream(Tally.Fate.values()).map(Tally.Fate::counter), Stream.of(Tally.UNPROFILED))
                        .toList());
        timeline = factory.create(store, shared, new CountingTally(counts), this::emit);
        if (context.isRestored()) {
            restore();
        }
        timeline.settle(passedMillis);
        featureCounts = new FeatureCounts(getRuntimeContext());
        featureCounts.show(timeline.features());
    }

    @Override
    public void open() throws Exception {
        super.open();
        timers = getInternalTimerService("agenda", VoidNamespaceSerializer.INSTANCE, this);
        getMetricGroup().gauge("eventsWaiting", buffer::size);
        getMetricGroup().gauge("clock", () -> passedMillis);
    }

    @Override
    public void close() throws Exception {
        factory.close();
        super.close();
    }

    @Override
    public void processElement1(StreamRecord<CareEvent> record) throws Exception {
        CareEvent event = record.getValue();
        if (event.type().isSlow()) {
            wait(event.dueMillis() > passedMillis ? event : event.arrivedAt(passedMillis + 1));
        } else if (event.dueMillis() <= passedMillis) {
            timeline.onLate(event, passedMillis);
            endTurn();
        } else {
            wait(event);
        }
    }

    private void wait(CareEvent event) throws Exception {
        boolean changesAreKnown = !awaitsChanges || passedMillis > Long.MIN_VALUE;
        if (time.maxOutOfOrdernessMillis() == 0 && changesAreKnown) {
            timeline.onEvent(event);
            endTurn();
        } else {
            buffer.add((String) getCurrentKey(), event);
        }
    }

    @Override
    public void processElement2(StreamRecord<SharedRecord> record) throws Exception {
        if (record.getValue() instanceof Changed changed) {
            changeState.put(changed.change().number(), changed.change());
            adopt(changed.change());
            timeline.settle(passedMillis);
            featureCounts.show(timeline.features());
        } else if (record.getValue() instanceof Happened happened) {
            share(happened.event());
        }
    }

    private void adopt(Change change) {
        String state = timeline.adopt(change);
        if (state != null) {
            visits.announce(change.effectiveMillis(), state);
        }
    }

    private void share(CareEvent event) throws Exception {
        if (event.type().name().equals(END_OF_INPUT)) {
            endMillis = Math.max(endMillis, event.timeMillis());
        } else if (shared.add(event)) {
            sharedState.put(sharedKey(event), event);
        }
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        ended = mark.getTimestamp() == Watermark.MAX_WATERMARK.getTimestamp();
        passedMillis = Math.max(passedMillis, ended ? endOfTime() : mark.getTimestamp());
        for (Map.Entry<String, List<CareEvent>> due :
                buffer.takeDue(passedMillis).entrySet()) {
            setCurrentKey(due.getKey());
            due.getValue().forEach(timeline::onEvent);
            timeline.advanceTo(passedMillis);
            endTurn();
        }
        timeline.settle(passedMillis);
        visitWhoMustBe();
        forgetOldAreas();
        super.processWatermark(mark);
    }

    /** At the end of the input nobody is waiting any more, so all visits are made at once. */
    private void visitWhoMustBe() throws Exception {
        visits.begin(passedMillis, this::customersWith);
        while (ended && visits.areWaiting()) {
            visitNext();
            visits.begin(passedMillis, this::customersWith);
        }
        if (visits.areWaiting() && visitTimer == null) {
            ProcessingTimeService clock = getProcessingTimeService();
            visitTimer = clock.registerTimer(clock.getCurrentProcessingTime() + VISIT_PAUSE_MILLIS, now -> visitSome());
        }
    }

    private void visitSome() throws Exception {
        visitTimer = null;
        long end = System.nanoTime() + VISIT_SLICE_NANOS;
        while (visits.areWaiting() && System.nanoTime() < end) {
            visitNext();
        }
        visitWhoMustBe();
    }

    private void visitNext() throws Exception {
        setCurrentKey(visits.next());
        timeline.visit(passedMillis);
        endTurn();
    }

    private List<String> customersWith(String state) {
        return this.<String>getKeyedStateBackend()
                .getKeys(state, VoidNamespace.INSTANCE)
                .toList();
    }

    /** Once a day of event time: no feature looks further back than its longest window. */
    private void forgetOldAreas() throws Exception {
        long day = Math.floorDiv(passedMillis, DAY_MILLIS);
        if (day > forgottenDay) {
            forgottenDay = day;
            for (CareEvent old : shared.removeAreasBefore(passedMillis - AREAS_KEPT_MILLIS)) {
                sharedState.remove(sharedKey(old));
            }
        }
    }

    private static String sharedKey(CareEvent event) {
        return event.source() + '\n' + event.id();
    }

    /** Where time ends: the end of the input is not the end of time, so what is due later stays open. */
    private long endOfTime() {
        return time.untilMillis() == TimeOptions.LAST_EVENT ? endMillis : Math.max(endMillis, time.untilMillis());
    }

    @Override
    public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
        wake.clear();
        timeline.advanceTo(Math.min(timer.getTimestamp(), passedMillis));
        endTurn();
    }

    @Override
    public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) {
        throw new IllegalStateException("no timer of processing time was ever set");
    }

    /** Writes what was changed for the customer at hand, and sees to it that somebody wakes it in time. */
    private void endTurn() {
        long next = timeline.nextDueMillis();
        Long wakes = wake.get();
        boolean wakesInTime = wakes != null && wakes <= next; // one too early finds nothing due, and is then set anew
        boolean staysOpen = ended && next > passedMillis; // after the end Flink would fire any timer at once, for ever
        if (next != Long.MAX_VALUE && !wakesInTime && !staysOpen) {
            if (wakes != null) {
                timers.deleteEventTimeTimer(VoidNamespace.INSTANCE, wakes);
            }
            timers.registerEventTimeTimer(VoidNamespace.INSTANCE, next);
            wake.set(next);
        }
        store.endTurn();
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        counts.snapshot();
        clockState.update(List.of(passedMillis, endMillis));
        List<String> running = new ArrayList<>(List.of(RUNNING));
        timeline.runningSince(passedMillis).forEach((key, since) -> running.add(since + " " + key));
        runningState.update(running);
        visitState.update(visits.open().entrySet().stream()
                .map(visit -> visit.getKey() + " " + visit.getValue())
                .toList());
        for (String customer : bufferedInState) {
            setCurrentKey(customer);
            bufferState.clear();
        }
        bufferedInState.clear();
        for (Map.Entry<String, List<CareEvent>> waiting : buffer.all().entrySet()) {
            setCurrentKey(waiting.getKey());
            bufferState.update(waiting.getValue());
            bufferedInState.add(waiting.getKey());
        }
    }

    private void restore() throws Exception {
        int index = 0;
        for (Long value : clockState.get()) {
            if (index++ % 2 == 0) {
                passedMillis = Math.max(passedMillis, value);
            } else {
                endMillis = Math.max(endMillis, value);
            }
        }
        NavigableMap<Long, Change> changes = new TreeMap<>();
        for (Map.Entry<Long, Change> entry : changeState.entries()) {
            changes.put(entry.getKey(), entry.getValue());
        }
        changes.values().forEach(timeline::adopt);
        resume();
        for (String visit : visitState.get()) {
            String[] timeAndState = visit.split(" ", 2);
            visits.announce(Long.parseLong(timeAndState[0]), timeAndState[1]);
        }
        for (Map.Entry<String, CareEvent> entry : sharedState.entries()) {
            shared.add(entry.getValue());
        }
        for (String customer : customersWith("timeline.buffer")) {
            setCurrentKey(customer);
            for (CareEvent event : bufferState.get()) {
                buffer.add(customer, event);
            }
            bufferedInState.add(customer);
        }
    }

    private void resume() throws Exception {
        SortedMap<String, Long> ranSince = new TreeMap<>();
        boolean known = false;
        for (String running : runningState.get()) {
            known = true;
            if (!running.equals(RUNNING)) {
                String[] sinceAndKey = running.split(" ", 2);
                ranSince.put(sinceAndKey[1], Long.parseLong(sinceAndKey[0]));
            }
        }
        if (known) {
            timeline.resume(ranSince, passedMillis);
        }
    }

    private void emit(R result) {
        if (reused == null) {
            reused = new StreamRecord<>(result);
        }
        output.collect(reused.replace(result));
    }
}
