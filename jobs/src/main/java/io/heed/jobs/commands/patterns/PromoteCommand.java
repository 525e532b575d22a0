package io.heed.jobs.commands.patterns;

import io.heed.events.change.ChangeAction;
import picocli.CommandLine.Command;

/** Puts a shadow in the place of what is in force. */
@Command(
        name = "promote",
        description = {"Puts a shadow in the place of the version in force. It keeps the matches that it has open.", ""
        },
        footer = {
            "",
            "Examples:",
            "  ./heed patterns promote bill-spike",
            "  ./heed patterns promote bill-spike --on-change finish",
            "",
            "Exit codes: 0 written; 1 refused, with every reason; 2 the command line is wrong."
        })
final class PromoteCommand extends NamedChangeCommand {
    PromoteCommand() {
        super(ChangeAction.PROMOTE);
    }
}
