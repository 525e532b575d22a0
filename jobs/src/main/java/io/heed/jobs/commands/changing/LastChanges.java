package io.heed.jobs.commands.changing;

import io.heed.events.change.Change;
import io.heed.jobs.change.ChangeVerdict;
import io.heed.jobs.commands.terminal.Figures;
import io.heed.jobs.commands.terminal.Screen;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Shows what was changed last, and what became of it. */
public final class LastChanges {
    private static final int SHOWN = 5;

    private LastChanges() {}

    /** Shows the last entries of a log. */
    public static void show(List<ChangeVerdict> verdicts, Screen screen) {
        screen.print("");
        screen.print(
                Figures.count(verdicts.size(), "change") + " in the log" + (verdicts.isEmpty() ? "" : "; the last:"));
        for (ChangeVerdict verdict : verdicts.subList(Math.max(0, verdicts.size() - SHOWN), verdicts.size())) {
            Change change = verdict.change();
            String what = change == null
                    ? "unreadable"
                    : change.action().name().toLowerCase(Locale.ROOT) + " " + change.name() + "@" + change.version()
                            + " from " + Instant.ofEpochMilli(change.effectiveMillis());
            String why = verdict.reasons().isEmpty() ? "" : ": " + String.join("; ", verdict.reasons());
            screen.print("  " + verdict.number() + "  " + what + "  "
                    + verdict.outcome().code() + why);
        }
    }
}
