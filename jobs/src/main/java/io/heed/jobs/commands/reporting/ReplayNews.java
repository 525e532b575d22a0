package io.heed.jobs.commands.reporting;

import static io.heed.jobs.commands.terminal.Figures.count;
import static io.heed.jobs.commands.terminal.Figures.minute;
import static io.heed.jobs.commands.terminal.Figures.seconds;

import io.heed.jobs.commands.terminal.Screen;
import io.heed.jobs.commands.terminal.Style;
import io.heed.jobs.commands.terminal.Wrapping;
import io.heed.jobs.flink.embedded.JobTotals;
import io.heed.triggers.contract.CareTrigger;
import java.util.function.LongSupplier;

/**
 * Tells how a replay goes on while it does: its first triggers, and how far it is; on a terminal in one line that changes
 * in place, elsewhere in a line every few seconds.
 */
public final class ReplayNews {
    private static final int FIRST_TRIGGERS = 3;
    private static final long PLAIN_LINE_EVERY_MILLIS = 5_000;
    private static final String INDENT = "    ";

    private final Screen screen;
    private final ReplayLedger ledger;
    private final LongSupplier elapsedMillis;
    private int triggersTold;
    private long lastRecords;
    private long lastMillis;
    private long lastLineMillis;

    /**
     * News about what a ledger takes.
     *
     * @param elapsedMillis the time since the command began
     */
    public ReplayNews(Screen screen, ReplayLedger ledger, LongSupplier elapsedMillis) {
        this.screen = screen;
        this.ledger = ledger;
        this.elapsedMillis = elapsedMillis;
    }

    /** Tells of a trigger that was just raised, if it is one of the first. */
    public synchronized void raised(CareTrigger trigger) {
        if (triggersTold == FIRST_TRIGGERS) {
            return;
        }
        if (triggersTold == 0) {
            screen.tell(screen.styled(Style.BOLD, "The first triggers:"));
        }
        triggersTold++;
        screen.tell("after " + seconds(elapsedMillis.getAsLong()) + ": " + trigger.customer() + ", "
                + minute(trigger.timeMillis()) + ": " + trigger.proposal().action() + " by "
                + trigger.proposal().channel());
        Wrapping.lines(trigger.said().sentence(), Screen.COLUMNS - INDENT.length())
                .forEach(line -> screen.tell(INDENT + line));
    }

    /** Tells how far the job is. */
    public synchronized void reached(JobTotals soFar) {
        long now = elapsedMillis.getAsLong();
        if (!screen.isTerminal() && now - lastLineMillis < PLAIN_LINE_EVERY_MILLIS) {
            return;
        }
        lastLineMillis = now;
        String line = line(soFar, now);
        lastRecords = soFar.records();
        lastMillis = now;
        if (screen.isTerminal()) {
            screen.tellInPlace(line);
        } else {
            screen.tell(line);
        }
    }

    private String line(JobTotals soFar, long now) {
        if (soFar.records() == 0) {
            return seconds(now) + ": loading definitions and models";
        }
        long perSecond = (soFar.records() - lastRecords) * 1000 / Math.max(1, now - lastMillis);
        boolean timeKnown = ledger.newestMillis() != Long.MIN_VALUE;
        return seconds(now) + ": " + count(soFar.records(), "event") + ", " + count(Math.max(0, perSecond)) + "/s, "
                + (timeKnown ? "at " + minute(ledger.newestMillis()) + ", " : "")
                + count(ledger.raised(), "trigger");
    }
}
