package io.heed.jobs.commands.models;

import io.heed.models.repository.Aliases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Takes a challenger or a shadow away. */
@Command(
        name = "withdraw",
        description = {"Takes a challenger or a shadow away. A champion goes when another is promoted.", ""},
        footer = {
            "",
            "Example:",
            "  ./heed models withdraw repeat-contact 2",
            "",
            "Exit codes: 0 written; 1 refused, with every reason; 2 the command line is wrong."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class WithdrawCommand extends LineupCommand {
    @Parameters(index = "1", paramLabel = "VERSION", description = "The version's number.")
    private int version;

    @Override
    Aliases next(LineupChange change) {
        Aliases current = change.current();
        if (current == null) {
            throw new IllegalArgumentException("no version serves, so none can be withdrawn: " + version);
        }
        return current.without(version);
    }
}
