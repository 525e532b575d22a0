package io.heed.jobs.commands.changing;

import io.heed.events.change.Change;
import io.heed.events.change.OnChange;
import io.heed.jobs.change.ChangeDesk;
import io.heed.jobs.change.ChangeVerdict;
import io.heed.jobs.commands.terminal.Screen;
import io.heed.jobs.commands.terminal.Style;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Takes changes to the desk: all of them are written, or none. */
public final class ChangeSubmission {
    private final ChangeDesk desk;
    private final Screen screen;
    private final String definitionFile;

    /** A submission of changes without definitions. */
    public ChangeSubmission(ChangeDesk desk, Screen screen) {
        this(desk, screen, "");
    }

    /** A submission of what stands in a file, by which problems are named. */
    public ChangeSubmission(ChangeDesk desk, Screen screen, String definitionFile) {
        this.desk = desk;
        this.screen = screen;
        this.definitionFile = definitionFile;
    }

    /**
     * Submits changes.
     *
     * @return the exit code: 0 where all fit, 1 where one was refused
     */
    public int submit(List<Change> wanted, boolean dryRun) throws IOException {
        List<Change> accepted = new ArrayList<>();
        boolean refused = false;
        for (Change change : wanted) {
            ChangeVerdict verdict = desk.review(change);
            if (verdict.isAccepted()) {
                accepted.add(change);
            } else if (verdict.outcome() == ChangeVerdict.Outcome.SUPERSEDED) {
                screen.print(change.name() + ": nothing changes, " + String.join("; ", verdict.reasons()));
            } else {
                refused = true;
                screen.print(screen.styled(Style.RED, change.name() + " is refused:"));
                verdict.reasons().forEach(reason -> screen.print("  " + placed(reason, verdict.number())));
            }
        }
        if (refused) {
            screen.print("Nothing was written.");
            return 1;
        }
        for (Change change : accepted) {
            String number = dryRun ? "" : "change " + desk.write(change) + ": ";
            screen.print(number + said(change) + (dryRun ? " (not written)" : ""));
        }
        return 0;
    }

    /** A reason with the place in the file that the user wrote, not in the log. */
    private String placed(String reason, long number) {
        String inLog = "change " + number + ":";
        return !definitionFile.isEmpty() && reason.startsWith(inLog)
                ? definitionFile + ":" + reason.substring(inLog.length())
                : reason;
    }

    private static String said(Change change) {
        OnChange onChange = change.onChange();
        String open =
                onChange == null ? "" : ", open matches: " + onChange.name().toLowerCase(Locale.ROOT);
        return change.action().name().toLowerCase(Locale.ROOT) + " " + change.name() + ", version " + change.version()
                + (change.shadow() ? " as a shadow" : "") + ", from " + Instant.ofEpochMilli(change.effectiveMillis())
                + open;
    }
}
