package io.heed.replay.simulation.recording;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Writes {@code events.jsonl.gz} in order of arrival and {@code truth.jsonl.gz} beside it. */
public final class Recording implements AutoCloseable {
    /** The events' file. */
    public static final String EVENTS = "events.jsonl.gz";

    /** The truth's file. */
    public static final String TRUTH = "truth.jsonl.gz";

    private static final int LINES_IN_MEMORY = 500_000;

    private final Path folder;
    private final JsonLines json = new JsonLines();
    private final ArrivalOrder events = new ArrivalOrder(LINES_IN_MEMORY);
    private final OutputStream truth;
    private final Map<String, Long> countByType = new TreeMap<>();
    private final Map<String, Long> truthByKind = new TreeMap<>();

    /** A recording in a folder, which is made where it is missing; files of an earlier one are replaced. */
    public Recording(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.truth = gzip(folder.resolve(TRUTH));
    }

    /** Adds an event; what arrives together keeps the order in which it was added. */
    public void add(SimulatedEvent event) throws IOException {
        events.add(event.arrived().toEpochMilli(), json.line(event));
        countByType.merge(event.type(), 1L, Long::sum);
    }

    /** Adds a record to the truth; the order is kept. */
    public void addTruth(Payload record) throws IOException {
        truth.write(json.line(record));
        truth.write('\n');
        truthByKind.merge(String.valueOf(record.fields().get("kind")), 1L, Long::sum);
    }

    /** How many truth records of each kind were added, by kind. */
    public Map<String, Long> truthByKind() {
        return Collections.unmodifiableMap(truthByKind);
    }

    /** How many events of each type were added, by type. */
    public Map<String, Long> countByType() {
        return Collections.unmodifiableMap(countByType);
    }

    /** Writes the events in order of arrival and closes both files. */
    @Override
    public void close() throws IOException {
        try (OutputStream out = gzip(folder.resolve(EVENTS));
                ArrivalOrder sorted = events;
                OutputStream beside = truth) {
            sorted.drainTo(line -> {
                out.write(line);
                out.write('\n');
            });
            beside.flush();
        }
    }

    private static OutputStream gzip(Path file) throws IOException {
        return new BufferedOutputStream(new SmallGzip(Files.newOutputStream(file)), 1 << 16);
    }

    private static final class SmallGzip extends GZIPOutputStream {
        SmallGzip(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
