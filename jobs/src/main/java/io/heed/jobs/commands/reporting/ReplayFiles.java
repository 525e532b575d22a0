package io.heed.jobs.commands.reporting;

import io.heed.events.CareEvent;
import io.heed.jobs.customer.CareResult;
import io.heed.jobs.customer.CareResult.CameLate;
import io.heed.jobs.customer.CareResult.Decided;
import io.heed.jobs.customer.CareResult.Labelled;
import io.heed.jobs.customer.CareResult.Matched;
import io.heed.jobs.customer.CareResult.ModelChecked;
import io.heed.jobs.customer.CareResult.Predicted;
import io.heed.jobs.customer.CareResult.Reviewed;
import io.heed.jobs.customer.CareResult.Triggered;
import io.heed.jobs.customer.CareResult.Unattributed;
import io.heed.jobs.customer.CareResult.Unreadable;
import io.heed.jobs.flink.delivery.OutputKind;
import io.heed.jobs.flink.delivery.OutputLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps the lines of those kinds of results that files were asked for, and writes each file sorted. */
public final class ReplayFiles {
    private final Map<OutputKind, List<Path>> wanted = new EnumMap<>(OutputKind.class);
    private final Map<OutputKind, SortedLines> lines = new EnumMap<>(OutputKind.class);

    /** Asks for a file of one kind of result; its folder is made where it is missing. */
    public void want(OutputKind kind, Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        wanted.computeIfAbsent(kind, missing -> new ArrayList<>()).add(file);
        lines.putIfAbsent(kind, new SortedLines());
    }

    /** Asks for a file of every kind of result, in one folder: {@code triggers.jsonl} and so on. */
    public void wantAll(Path folder) throws IOException {
        for (OutputKind kind : OutputKind.values()) {
            want(kind, folder.resolve(kind.topic() + ".jsonl"));
        }
    }

    /** Takes one result. */
    public void add(CareResult result) {
        lines.forEach((kind, kept) -> {
            OutputLine line = kind.line(result);
            if (line != null) {
                kept.add(line.key(), timeMillis(result), id(result), line.json());
            }
        });
    }

    /** Writes all files. */
    public void write() throws IOException {
        for (Map.Entry<OutputKind, List<Path>> entry : wanted.entrySet()) {
            for (Path file : entry.getValue()) {
                written(entry.getKey()).write(file);
            }
        }
    }

    private SortedLines written(OutputKind kind) {
        SortedLines kept = lines.get(kind);
        if (kept == null) {
            throw new IllegalStateException("kind was never wanted: " + kind);
        }
        return kept;
    }

    private static long timeMillis(CareResult result) {
        if (result instanceof Triggered triggered) {
            return triggered.trigger().timeMillis();
        }
        if (result instanceof Decided decided) {
            return decided.decision().timeMillis();
        }
        if (result instanceof Predicted predicted) {
            return predicted.prediction().timeMillis();
        }
        if (result instanceof Matched matched) {
            return matched.match().timeMillis();
        }
        if (result instanceof Labelled labelled) {
            return labelled.row().timeMillis();
        }
        if (result instanceof ModelChecked checked) {
            return checked.health().toMillis();
        }
        CareEvent event = event(result);
        return event == null ? position(result) : event.timeMillis();
    }

    private static String id(CareResult result) {
        if (result instanceof Triggered triggered) {
            return triggered.trigger().id();
        }
        if (result instanceof Decided decided) {
            return decided.decision().id();
        }
        if (result instanceof Matched matched) {
            return matched.match().key();
        }
        if (result instanceof ModelChecked checked) {
            return checked.health().serving().key();
        }
        CareEvent event = event(result);
        return event == null ? "" : event.source() + "/" + event.id();
    }

    private static @Nullable CareEvent event(CareResult result) {
        if (result instanceof CameLate late) {
            return late.event();
        }
        return result instanceof Unattributed unattributed ? unattributed.event() : null;
    }

    /** Dead letters and verdicts have no time; they stand in the order of their source. */
    private static long position(CareResult result) {
        if (result instanceof Reviewed reviewed) {
            return reviewed.verdict().number();
        }
        return result instanceof Unreadable unreadable ? unreadable.letter().position() : 0;
    }
}
