package io.heed.jobs.commands.patterns;

import io.heed.events.change.ChangeAction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Takes a pattern or play away while the job runs. */
@Command(
        name = "remove",
        description = {
            "Takes a pattern or play away while the job runs. A pattern that a play reads stays until that play has gone.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./heed patterns remove addon-no-longer-used",
            "  ./heed patterns remove cancel-forgotten-addon --play",
            "  ./heed patterns remove bill-spike --shadow",
            "",
            "Exit codes: 0 written; 1 refused, with every reason; 2 the command line is wrong."
        })
final class RemoveCommand extends NamedChangeCommand {
    @Option(names = "--shadow", description = "Take away only the shadow.")
    private boolean shadow;

    RemoveCommand() {
        super(ChangeAction.REMOVE);
    }

    @Override
    boolean isOfShadow() {
        return shadow;
    }
}
