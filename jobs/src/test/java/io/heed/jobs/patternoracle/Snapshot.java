package io.heed.jobs.patternoracle;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.checkpoint.CheckpointOptions;
import org.apache.flink.runtime.checkpoint.CheckpointType;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.checkpoint.SavepointType;
import org.apache.flink.runtime.state.CheckpointStorageLocationReference;
import org.apache.flink.runtime.state.memory.MemCheckpointStreamFactory;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OperatorSnapshotFinalizer;
import org.apache.flink.streaming.api.operators.OperatorSnapshotFutures;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;

/** A checkpoint or savepoint of all subtasks, written only when it is needed. */
final class Snapshot {
    private static final int MOST_BYTES = 64 << 20;

    private final int keyGroups;
    private final List<OperatorSnapshotFutures> begun = new ArrayList<>();
    private @Nullable OperatorSubtaskState written;

    Snapshot(int keyGroups) {
        this.keyGroups = keyGroups;
    }

    /** Takes the part of a subtask as the subtask stands now. */
    void begin(AbstractStreamOperator<?> operator, boolean savepoint) throws Exception {
        CheckpointOptions options = new CheckpointOptions(
                savepoint ? SavepointType.savepoint(SavepointFormatType.CANONICAL) : CheckpointType.CHECKPOINT,
                CheckpointStorageLocationReference.getDefault());
        begun.add(operator.snapshotState(1, 1, options, new MemCheckpointStreamFactory(MOST_BYTES)));
    }

    /** Writes what was begun. */
    void write() throws Exception {
        List<OperatorSubtaskState> parts = new ArrayList<>();
        for (OperatorSnapshotFutures part : begun) {
            parts.add(OperatorSnapshotFinalizer.create(part).getJobManagerOwnedState());
        }
        written = AbstractStreamOperatorTestHarness.repackageState(parts.toArray(OperatorSubtaskState[]::new));
    }

    /** What one of some subtasks gets of it. */
    OperatorSubtaskState share(int parallelism, int index) {
        if (written == null) {
            throw new IllegalStateException("snapshot is not written");
        }
        return AbstractStreamOperatorTestHarness.repartitionOperatorState(
                written, keyGroups, begun.size(), parallelism, index);
    }
}
