package io.heed.jobs.brokeninput;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.Property;

/**
 * Keeps every line that anybody logs, in place of whoever else would, until it is closed: Heed's own down to what is meant
 * for debugging, and what others tell.
 */
public final class SeenLogs extends AbstractAppender implements AutoCloseable {
    private static final String HEED = "io.heed";

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Level before = LogManager.getRootLogger().getLevel();
    private final Level heedBefore = LogManager.getLogger(HEED).getLevel();
    private final Logger root = LoggerContext.getContext(false).getRootLogger();
    private final List<Appender> others = List.copyOf(root.getAppenders().values());

    /** Begins to keep lines. */
    public SeenLogs() {
        super("seen", null, null, false, Property.EMPTY_ARRAY);
        start();
        Configurator.setRootLevel(Level.INFO);
        Configurator.setLevel(HEED, Level.DEBUG);
        others.forEach(root::removeAppender);
        root.addAppender(this);
    }

    /** What was logged so far, each with its logger, its thread and the whole of what was thrown. */
    public List<String> lines() {
        return lines;
    }

    @Override
    public void append(LogEvent event) {
        StringWriter line = new StringWriter();
        line.append(event.getLoggerName())
                .append(" [")
                .append(event.getThreadName())
                .append("] ");
        line.append(event.getMessage().getFormattedMessage());
        if (event.getThrown() != null) {
            event.getThrown().printStackTrace(new PrintWriter(line, true));
        }
        lines.add(line.toString());
    }

    @Override
    public void close() {
        root.removeAppender(this);
        others.forEach(root::addAppender);
        Configurator.setRootLevel(before);
        Configurator.setLevel(HEED, heedBefore);
        stop();
    }
}
