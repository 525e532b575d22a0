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

/** Takes a pattern or play away while the job runs. */
@Command(
        name = "remove",
        description = {
            "Takes a pattern or play away while the job runs. A pattern that a play reads stays until that play has gone.",
            "",
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
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class RemoveCommand implements Callable<Integer> {
    @ParentCommand
    private PatternsCommand parent;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "The pattern's name, or with --play the play's.")
    private String name;

    @Option(names = "--play", description = "The name is that of a play.")
    private boolean play;

    @Option(names = "--shadow", description = "Take away only the shadow.")
    private boolean shadow;

    @Mixin
    private ChangeArguments arguments = new ChangeArguments();

    @Override
    public Integer call() throws Exception {
        try (ChangeDesk desk = arguments.desk(parent.heed())) {
            Change wanted = arguments.change(
                    desk,
                    parent.heed(),
                    play ? DefinitionKind.PLAY : DefinitionKind.PATTERN,
                    ChangeAction.REMOVE,
                    name,
                    shadow);
            return new ChangeSubmission(desk, parent.screen(spec)).submit(List.of(wanted), arguments.isDryRun());
        }
    }
}
