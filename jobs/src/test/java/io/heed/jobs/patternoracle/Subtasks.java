package io.heed.jobs.patternoracle;

import io.heed.events.CareEvent;
import io.heed.events.state.CareEventCodec;
import io.heed.jobs.configuration.TimeOptions;
import io.heed.jobs.customer.SharedRecord;
import io.heed.jobs.flink.customer.CustomerOperator;
import io.heed.patterns.LetterEvents;
import io.heed.patterns.definition.PatternDefinitions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;

/** The customer operator in all its subtasks, each with the customers of its key groups. */
final class Subtasks implements AutoCloseable {
    private static final int KEY_GROUPS = 16;
    private static final List<String> STATES = List.of(
            "patterns.open",
            "patterns.open-index",
            "timeline.agenda",
            "timeline.seen",
            "timeline.buffer",
            "timeline.wakes");

    private final List<Subtask> subtasks = new ArrayList<>();

    /** How the operator is run. */
    record Setup(PatternDefinitions definitions, int parallelism, boolean rocksDb) {}

    private Subtasks() {}

    /** Starts them, from a snapshot where there is one. */
    static Subtasks start(Setup setup, @Nullable Snapshot from) throws Exception {
        Subtasks started = new Subtasks();
        for (int index = 0; index < setup.parallelism(); index++) {
            Subtask subtask = new Subtask(setup, index);
            started.subtasks.add(subtask);
            if (from != null) {
                subtask.initializeState(from.share(setup.parallelism(), index));
            }
            subtask.open();
        }
        return started;
    }

    void take(Step step) throws Exception {
        if (step instanceof Step.Arrives arrives) {
            CareEvent event = arrives.event();
            int index =
                    KeyGroupRangeAssignment.assignKeyToParallelOperator(event.subject(), KEY_GROUPS, subtasks.size());
            subtasks.get(index).processElement1(new StreamRecord<>(event, event.timeMillis()));
        } else if (step instanceof Step.Passes passes) {
            for (Subtask subtask : subtasks) {
                subtask.processBothWatermarks(new Watermark(passes.timeMillis()));
            }
        }
    }

    /** What has come out since the start. */
    List<String> found() {
        return subtasks.stream()
                .flatMap(subtask -> subtask.extractOutputValues().stream())
                .toList();
    }

    /** Begins a snapshot; it is written when somebody asks for it, while the subtasks may go on. */
    Snapshot snapshot(boolean savepoint) throws Exception {
        Snapshot snapshot = new Snapshot(KEY_GROUPS);
        for (Subtask subtask : subtasks) {
            snapshot.begin(subtask.getOperator(), savepoint);
        }
        return snapshot;
    }

    /** Every state that still holds something, with its customer, and the number of timers. */
    List<String> remains() {
        List<String> remains = new ArrayList<>();
        for (Subtask subtask : subtasks) {
            KeyedStateBackend<String> backend = subtask.getOperator().getKeyedStateBackend();
            for (String state : STATES) {
                try (Stream<String> customers = backend.getKeys(state, VoidNamespace.INSTANCE)) {
                    customers.forEach(customer -> remains.add(state + " of " + customer));
                }
            }
            for (int i = 0; i < subtask.numEventTimeTimers(); i++) {
                remains.add("timer");
            }
        }
        return remains;
    }

    @Override
    public void close() throws Exception {
        for (Subtask subtask : subtasks) {
            subtask.close();
        }
    }

    private static final class Subtask
            extends KeyedTwoInputStreamOperatorTestHarness<String, CareEvent, SharedRecord, String> {
        Subtask(Setup setup, int index) throws Exception {
            super(
                    new CustomerOperator<>(
                            new PatternTimelines(setup.definitions()),
                            new CareEventCodec(LetterEvents.CATALOGUE),
                            TimeOptions.usual()),
                    CareEvent::subject,
                    null,
                    Types.STRING,
                    KEY_GROUPS,
                    setup.parallelism(),
                    index);
            setStateBackend(setup.rocksDb() ? new EmbeddedRocksDBStateBackend(true) : new HashMapStateBackend());
            AbstractStreamOperatorTestHarness<String> harness = this;
            harness.setup(Types.STRING.createSerializer(getExecutionConfig().getSerializerConfig()));
        }
    }
}
