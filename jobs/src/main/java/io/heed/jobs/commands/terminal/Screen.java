package io.heed.jobs.commands.terminal;

import java.io.PrintWriter;

/**
 * Where a command shows things: results on one stream, news about its work on another. On a terminal the last line of
 * news may change in place, and text may have a style; elsewhere both are plain. Several threads may use it.
 */
public final class Screen {
    /** The width that everything is laid out for. */
    public static final int COLUMNS = 100;

    private static final String BACK_TO_START = "\r\u001b[K";

    private final PrintWriter results;
    private final PrintWriter news;
    private final boolean terminal;
    private final boolean coloured;
    private boolean liveLineShown;

    /**
     * A screen.
     *
     * @param terminal whether a person looks on, at both streams
     * @param coloured whether text may have a style; only ever on a terminal
     */
    public Screen(PrintWriter results, PrintWriter news, boolean terminal, boolean coloured) {
        this.results = results;
        this.news = news;
        this.terminal = terminal;
        this.coloured = terminal && coloured;
    }

    /** Whether a person looks on. */
    public boolean isTerminal() {
        return terminal;
    }

    /** Shows a line of the result. */
    public synchronized void print(String line) {
        endLiveLine();
        results.println(line);
        results.flush();
    }

    /** Shows a line about the work. */
    public synchronized void tell(String line) {
        endLiveLine();
        news.println(line);
        news.flush();
    }

    /** Shows a line about the work in place of the last such line; only on a terminal. */
    public synchronized void tellInPlace(String line) {
        if (terminal) {
            news.print(BACK_TO_START + (line.length() < COLUMNS ? line : line.substring(0, COLUMNS - 1)));
            news.flush();
            liveLineShown = true;
        }
    }

    /** Takes the line that changes in place away. */
    public synchronized void endLiveLine() {
        if (liveLineShown) {
            news.print(BACK_TO_START);
            news.flush();
            liveLineShown = false;
        }
    }

    /** A text in a style, where there are any. */
    public String styled(Style style, String text) {
        return coloured ? style.on(text) : text;
    }
}
