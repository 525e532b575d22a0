package io.heed.jobs.commands.language;

import static io.heed.jobs.commands.terminal.Figures.count;
import static io.heed.jobs.commands.terminal.Figures.seconds;

import io.heed.jobs.commands.terminal.Screen;
import io.heed.jobs.commands.terminal.Style;
import io.heed.language.Understanding;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** Counts what became of messages, and tells of it while the work goes on and at its end. */
final class LanguageNews {
    private static final int PROBLEM_LINES_TOLD = 20;
    private static final long PLAIN_LINE_EVERY_MILLIS = 5_000;
    private static final long LIVE_LINE_EVERY_MILLIS = 200;

    private final Screen screen;
    private final LongSupplier elapsedMillis;
    private final Map<String, Long> byLanguage = new TreeMap<>();
    private long messages;
    private long withheld;
    private long unscored;
    private long malformed;
    private long lastToldMillis;

    /**
     * News about work that begins now.
     *
     * @param elapsedMillis the time since then
     */
    LanguageNews(Screen screen, LongSupplier elapsedMillis) {
        this.screen = screen;
        this.elapsedMillis = elapsedMillis;
    }

    void add(UnderstoodMessage message) {
        Understanding understanding = message.understanding();
        if (understanding == null) {
            addMalformed(message.read().problems());
        } else {
            messages++;
            byLanguage.merge(understanding.language(), 1L, Long::sum);
            withheld += understanding.withheld() ? 1 : 0;
            unscored += understanding.emotion().isEmpty() ? 1 : 0;
        }
        tellProgress();
    }

    long malformed() {
        return malformed;
    }

    void tellSummary() {
        screen.endLiveLine();
        long millis = elapsedMillis.getAsLong();
        screen.tell(count(messages, "message") + " in " + seconds(millis) + ", " + perSecond(millis) + " a second");
        if (messages > 0) {
            screen.tell("by language: "
                    + byLanguage.entrySet().stream()
                            .map(language -> language.getKey() + " " + count(language.getValue()))
                            .collect(Collectors.joining(", ")));
            screen.tell(count(withheld) + " withheld, " + count(unscored) + " not scored (their state is "
                    + Understanding.UNKNOWN + ")");
        }
        if (malformed > 0) {
            screen.tell(screen.styled(
                    Style.RED,
                    count(malformed, "line")
                            + " held no message; an \"error\" stands in the output in the place of each"));
        }
    }

    private void addMalformed(List<String> problems) {
        malformed++;
        if (malformed <= PROBLEM_LINES_TOLD) {
            problems.forEach(screen::tell);
        } else if (malformed == PROBLEM_LINES_TOLD + 1) {
            screen.tell("and more lines; the output has their problems too");
        }
    }

    private void tellProgress() {
        long now = elapsedMillis.getAsLong();
        if (now - lastToldMillis < (screen.isTerminal() ? LIVE_LINE_EVERY_MILLIS : PLAIN_LINE_EVERY_MILLIS)) {
            return;
        }
        lastToldMillis = now;
        String line = seconds(now) + ": " + count(messages, "message") + ", " + perSecond(now) + "/s";
        if (screen.isTerminal()) {
            screen.tellInPlace(line);
        } else {
            screen.tell(line);
        }
    }

    private String perSecond(long millis) {
        return count(messages * 1000 / Math.max(1, millis));
    }
}
