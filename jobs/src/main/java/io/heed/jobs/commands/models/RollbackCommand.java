package io.heed.jobs.commands.models;

import io.heed.models.repository.Aliases;
import picocli.CommandLine.Command;

/** Brings back what served before. */
@Command(
        name = "rollback",
        description = {
            "Brings back what served before the last change of a model: champion, challenger, shadows and shares. Done"
                    + " twice it undoes itself.",
            ""
        },
        footer = {
            "",
            "Example:",
            "  ./heed models rollback repeat-contact",
            "",
            "Exit codes: 0 written; 1 refused, with every reason; 2 the command line is wrong."
        })
final class RollbackCommand extends LineupCommand {
    @Override
    Aliases next(LineupChange change) {
        return change.before();
    }
}
