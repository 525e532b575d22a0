package io.heed.replay.simulation.recording;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Sorts lines by arrival; what arrives together keeps the order in which it was added. Runs that do not fit in memory
 * wait in temporary files.
 */
final class ArrivalOrder implements AutoCloseable {
    private static final Comparator<Arrival> ORDER =
            Comparator.comparingLong(Arrival::millis).thenComparingLong(Arrival::place);

    private final int linesInMemory;
    private final List<Arrival> lines = new ArrayList<>();
    private final List<Path> runs = new ArrayList<>();
    private long places;

    ArrivalOrder(int linesInMemory) {
        this.linesInMemory = linesInMemory;
    }

    void add(long arrivedMillis, byte[] line) throws IOException {
        lines.add(new Arrival(arrivedMillis, places++, line));
        if (lines.size() >= linesInMemory) {
            spill();
        }
    }

    interface Consumer {
        void accept(byte[] line) throws IOException;
    }

    /** Gives every line in order of arrival. */
    void drainTo(Consumer consumer) throws IOException {
        lines.sort(ORDER);
        PriorityQueue<Run> heads = new PriorityQueue<>(Comparator.comparing(Run::head, ORDER));
        try {
            for (Path run : runs) {
                Run.open(run, heads);
            }
            for (Arrival line : lines) {
                drainBefore(line, heads, consumer);
                consumer.accept(line.line());
            }
            drainBefore(null, heads, consumer);
        } finally {
            for (Run run : heads) {
                run.input.close();
            }
        }
    }

    private static void drainBefore(@Nullable Arrival limit, PriorityQueue<Run> heads, Consumer consumer)
            throws IOException {
        while (!heads.isEmpty() && (limit == null || ORDER.compare(heads.peek().head(), limit) < 0)) {
            Run run = heads.remove();
            consumer.accept(run.head().line());
            run.next(heads);
        }
    }

    private void spill() throws IOException {
        lines.sort(ORDER);
        Path file = Files.createTempFile("heed-simulation", ".run");
        runs.add(file);
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (Arrival line : lines) {
                out.writeLong(line.millis());
                out.writeLong(line.place());
                out.writeInt(line.line().length);
                out.write(line.line());
            }
        }
        lines.clear();
    }

    @Override
    public void close() throws IOException {
        for (Path run : runs) {
            Files.deleteIfExists(run);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Arrival(long millis, long place, byte[] line) {}

    /** A sorted run in a file, with its first line not yet given. */
    private record Run(DataInputStream input, Arrival head) {
        static void open(Path file, PriorityQueue<Run> heads) throws IOException {
            read(new DataInputStream(new BufferedInputStream(Files.newInputStream(file))), heads);
        }

        void next(PriorityQueue<Run> heads) throws IOException {
            read(input, heads);
        }

        private static void read(DataInputStream input, PriorityQueue<Run> heads) throws IOException {
            try {
                long millis = input.readLong();
                long place = input.readLong();
                byte[] line = new byte[input.readInt()];
                input.readFully(line);
                heads.add(new Run(input, new Arrival(millis, place, line)));
            } catch (EOFException end) {
                input.close();
            }
        }
    }
}
