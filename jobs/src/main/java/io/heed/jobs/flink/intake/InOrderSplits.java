package io.heed.jobs.flink.intake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.assigners.FileSplitAssigner;
import org.jspecify.annotations.Nullable;

/** Hands out files by name, so that a history in several files is read in its order. */
final class InOrderSplits implements FileSplitAssigner {
    private static final Comparator<FileSourceSplit> BY_NAME =
            Comparator.comparing(split -> split.path().toString());

    private final Deque<FileSourceSplit> splits;

    InOrderSplits(Collection<FileSourceSplit> splits) {
        this.splits = new ArrayDeque<>(splits.stream().sorted(BY_NAME).toList());
    }

    @Override
    public Optional<FileSourceSplit> getNext(@Nullable String host) {
        return Optional.ofNullable(splits.poll());
    }

    @Override
    public void addSplits(Collection<FileSourceSplit> returned) {
        List<FileSourceSplit> all = new ArrayList<>(splits);
        all.addAll(returned);
        all.sort(BY_NAME);
        splits.clear();
        splits.addAll(all);
    }

    @Override
    public Collection<FileSourceSplit> remainingSplits() {
        return List.copyOf(splits);
    }
}
