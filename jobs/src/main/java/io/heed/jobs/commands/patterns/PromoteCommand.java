package io.heed.jobs.commands.patterns;

import io.heed.events.change.Change;
import io.heed.events.change.ChangeAction;
import io.heed.events.change.DefinitionKind;
import io.heed.jobs.change.ChangeDesk;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Puts a shadow in the place of what is in force. */
@Command(
        name = "promote",
        description = {
            "Puts a shadow in the place of the version in force. It keeps the matches that it has open.",
            "",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./heed patterns promote bill-spike",
            "  ./heed patterns promote bill-spike --on-change finish",
            "",
            "Exit codes: 0 written; 1 refused, with every reason; 2 the command line is wrong."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class PromoteCommand implements Callable<Integer> {
    @ParentCommand
    private PatternsCommand parent;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "The pattern's name, or with --play the play's.")
    private String name;

    @Option(names = "--play", description = "The name is that of a play.")
    private boolean play;

    @Mixin
    private ChangeArguments arguments = new ChangeArguments();

    @Override
    public Integer call() throws Exception {
        try (ChangeDesk desk = arguments.desk(parent.heed())) {
            Change wanted = arguments.change(
                    desk,
                    parent.heed(),
                    play ? DefinitionKind.PLAY : DefinitionKind.PATTERN,
                    ChangeAction.PROMOTE,
                    name,
                    false);
            return new ChangeSubmission(desk, parent.screen(spec)).submit(List.of(wanted), arguments.isDryRun());
        }
    }
}
