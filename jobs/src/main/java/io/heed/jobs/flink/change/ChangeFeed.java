package io.heed.jobs.flink.change;

import io.heed.jobs.change.ChangeLog;
import io.heed.jobs.change.ChangeLog.Entry;
import io.heed.jobs.configuration.ChangeOptions;
import java.util.List;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.connector.datagen.source.GeneratorFunction;
import org.jspecify.annotations.Nullable;

/**
 * Looks into the change log again and again. After a restart it begins at the beginning; the review knows how far it
 * had come. A look closes the time before it began, since whoever writes a change gives it a second.
 */
final class ChangeFeed implements GeneratorFunction<Long, LogReading> {
    private static final long serialVersionUID = 1L;

    private final ChangeOptions options;
    private final boolean once;
    private final ChangeClock clock;
    private long lastNumber;
    private transient @Nullable ChangeLog log;

    /**
     * A feed.
     *
     * @param once whether the log is read to its end once, for a finite input
     */
    ChangeFeed(ChangeOptions options, boolean once, ChangeClock clock) {
        this.options = options;
        this.once = once;
        this.clock = clock;
    }

    @Override
    public void open(SourceReaderContext context) {
        lastNumber = 0;
        log = ChangeLog.open(options);
    }

    @Override
    public LogReading map(Long look) throws Exception {
        if (log == null) {
            throw new IllegalStateException("change log is not open");
        }
        long closedUntilMillis = once ? Long.MAX_VALUE : clock.millis();
        List<Entry> entries = log.after(lastNumber);
        if (!entries.isEmpty()) {
            lastNumber = entries.get(entries.size() - 1).number();
        }
        return new LogReading(entries, closedUntilMillis);
    }

    @Override
    public void close() throws Exception {
        if (log != null) {
            log.close();
        }
    }
}
