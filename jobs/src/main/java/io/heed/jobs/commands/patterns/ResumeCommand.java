package io.heed.jobs.commands.patterns;

import io.heed.events.change.ChangeAction;
import picocli.CommandLine.Command;

/** Ends the pause of a pattern or play. */
@Command(
        name = "resume",
        description = {"Ends a pause.", "", ""},
        footer = {
            "",
            "Examples:",
            "  ./heed patterns resume bill-spike",
            "",
            "Exit codes: 0 written; 1 refused, with every reason; 2 the command line is wrong."
        })
final class ResumeCommand extends NamedChangeCommand {
    ResumeCommand() {
        super(ChangeAction.RESUME);
    }
}
