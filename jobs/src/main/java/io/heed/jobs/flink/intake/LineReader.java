package io.heed.jobs.flink.intake;

import io.heed.events.codec.EventReader;
import io.heed.events.codec.RawRecord;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.connector.file.src.util.ArrayResultIterator;
import org.apache.flink.connector.file.src.util.RecordAndPosition;
import org.jspecify.annotations.Nullable;

/** Reads one file line by line. An event whose record has no timestamp arrives at the newest time read so far. */
final class LineReader implements BulkFormat.Reader<Arrival> {
    private static final int BATCH = 256;

    private final String file;
    private final InputStream in;
    private final EventReader reader;
    private final int longestLine;
    private long line;
    private long records;
    private long newestMillis = Long.MIN_VALUE;

    LineReader(String file, InputStream in, EventFormat format) throws IOException {
        this.file = file;
        this.in = new BufferedInputStream(in, 1 << 16);
        this.reader = format.newReader();
        this.longestLine = format.limits().recordBytes() + 1;
        for (int i = 0; i < format.skipLines(); i++) {
            nextLine();
        }
    }

    /** Reads so many records again without giving them, to go on where a checkpoint was. */
    void skip(long recordsToSkip) throws IOException {
        for (long i = 0; i < recordsToSkip; i++) {
            next();
        }
    }

    @Override
    public BulkFormat.@Nullable RecordIterator<Arrival> readBatch() throws IOException {
        long first = records;
        Arrival[] batch = new Arrival[BATCH];
        int size = 0;
        while (size < BATCH) {
            Arrival arrival = next();
            if (arrival == null) {
                break;
            }
            batch[size++] = arrival;
        }
        if (size == 0) {
            return null;
        }
        ArrayResultIterator<Arrival> iterator = new ArrayResultIterator<>();
        iterator.set(batch, size, RecordAndPosition.NO_OFFSET, first);
        return iterator;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private @Nullable Arrival next() throws IOException {
        byte[] bytes = nextLine();
        while (bytes != null && bytes.length == 0) {
            bytes = nextLine();
        }
        if (bytes == null) {
            return null;
        }
        records++;
        Arrival arrival = Arrival.of(new RawRecord(file, line, RawRecord.NO_TIMESTAMP, bytes), reader);
        newestMillis = Math.max(newestMillis, arrival.drivesTimeTo());
        return arrival.arrivedAt(newestMillis);
    }

    /** The next line without its end, cut where it is longer than any record may be; null at the end of the file. */
    private byte @Nullable [] nextLine() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        int next = in.read();
        if (next < 0) {
            return null;
        }
        while (next >= 0 && next != '\n') {
            if (bytes.size() < longestLine) {
                bytes.write(next);
            }
            next = in.read();
        }
        line++;
        byte[] read = bytes.toByteArray();
        return read.length > 0 && read[read.length - 1] == '\r' ? java.util.Arrays.copyOf(read, read.length - 1) : read;
    }
}
