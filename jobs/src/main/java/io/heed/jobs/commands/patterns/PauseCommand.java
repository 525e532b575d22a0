package io.heed.jobs.commands.patterns;

import io.heed.events.change.ChangeAction;
import picocli.CommandLine.Command;

/** Pauses a pattern or play while the job runs. */
@Command(
        name = "pause",
        description = {
            "Pauses a pattern or play. It goes on following its customers, so that it is right when it is resumed; what"
                    + " comes true meanwhile is logged and goes no further.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./heed patterns pause bill-spike",
            "  ./heed patterns pause explain-bill --play",
            "",
            "Exit codes: 0 written; 1 refused, with every reason; 2 the command line is wrong."
        })
final class PauseCommand extends NamedChangeCommand {
    PauseCommand() {
        super(ChangeAction.PAUSE);
    }
}
