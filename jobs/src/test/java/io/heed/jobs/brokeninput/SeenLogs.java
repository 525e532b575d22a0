package io.heed.jobs.brokeninput;

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

/** Keeps every line that anybody logs, in place of whoever else would, until it is closed. */
final class SeenLogs extends AbstractAppender implements AutoCloseable {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Level before = LogManager.getRootLogger().getLevel();
    private final Logger root = LoggerContext.getContext(false).getRootLogger();
    private final List<Appender> others = List.copyOf(root.getAppenders().values());

    SeenLogs() {
        super("seen", null, null, false, Property.EMPTY_ARRAY);
        start();
        Configurator.setRootLevel(Level.INFO);
        others.forEach(root::removeAppender);
        root.addAppender(this);
    }

    List<String> lines() {
        return lines;
    }

    @Override
    public void append(LogEvent event) {
        Throwable thrown = event.getThrown();
        lines.add(event.getMessage().getFormattedMessage() + (thrown == null ? "" : " " + thrown));
    }

    @Override
    public void close() {
        root.removeAppender(this);
        others.forEach(root::addAppender);
        Configurator.setRootLevel(before);
        stop();
    }
}
