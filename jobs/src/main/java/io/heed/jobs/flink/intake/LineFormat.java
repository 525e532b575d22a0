package io.heed.jobs.flink.intake;

import io.heed.events.flink.CodecTypeInformation;
import io.heed.events.state.CareEventCodec;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;
import org.apache.flink.core.fs.Path;

/** Files of one record a line, plain or gzip (by their ending {@code .gz}), each read as one whole. */
final class LineFormat implements BulkFormat<Arrival, FileSourceSplit> {
    private static final long serialVersionUID = 1L;

    private final EventFormat format;

    LineFormat(EventFormat format) {
        this.format = format;
    }

    @Override
    public Reader<Arrival> createReader(Configuration config, FileSourceSplit split) throws IOException {
        return new LineReader(split.path().toString(), open(split.path()), format);
    }

    @Override
    public Reader<Arrival> restoreReader(Configuration config, FileSourceSplit split) throws IOException {
        LineReader reader = new LineReader(split.path().toString(), open(split.path()), format);
        reader.skip(split.getReaderPosition()
                .map(CheckpointedPosition::getRecordsAfterOffset)
                .orElse(0L));
        return reader;
    }

    @Override
    public boolean isSplittable() {
        return false;
    }

    @Override
    public TypeInformation<Arrival> getProducedType() {
        return new CodecTypeInformation<>(
                Arrival.class, new ArrivalCodec(new CareEventCodec(format.catalogue())), true);
    }

    private static InputStream open(Path path) throws IOException {
        InputStream raw = new BufferedInputStream(path.getFileSystem().open(path), 1 << 16);
        return path.getName().endsWith(".gz") ? new GZIPInputStream(raw, 1 << 16) : raw;
    }
}
