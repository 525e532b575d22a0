package io.heed.jobs.commands.features;

import io.heed.events.change.ChangeAction;
import io.heed.events.change.DefinitionKind;
import io.heed.jobs.change.ChangeDesk;
import io.heed.jobs.commands.changing.ChangeArguments;
import io.heed.jobs.commands.changing.ChangeSubmission;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Takes a feature away while the job runs. */
@Command(
        name = "remove",
        description = {
            "Takes a feature away while the job runs. One that somebody reads stays until the readers have gone.",
            ""
        },
        footer = {
            "",
            "Example:",
            "  ./heed features remove calls_7d_2",
            "",
            "Exit codes: 0 written; 1 refused, with every reason; 2 the command line is wrong."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class RemoveFeatureCommand implements Callable<Integer> {
    @ParentCommand
    private FeaturesCommand parent;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "The feature's name.")
    private String name;

    @Mixin
    private ChangeArguments arguments = new ChangeArguments();

    @Override
    public Integer call() throws Exception {
        try (ChangeDesk desk = arguments.desk(parent.heed())) {
            return new ChangeSubmission(desk, parent.screen(spec))
                    .submit(
                            List.of(arguments.change(
                                    desk,
                                    parent.heed(),
                                    DefinitionKind.FEATURE,
                                    ChangeAction.REMOVE,
                                    name,
                                    false,
                                    null)),
                            arguments.isDryRun());
        }
    }
}
