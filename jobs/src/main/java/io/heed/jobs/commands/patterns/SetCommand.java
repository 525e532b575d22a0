package io.heed.jobs.commands.patterns;

import io.heed.events.change.Change;
import io.heed.events.change.ChangeAction;
import io.heed.events.change.DefinitionKind;
import io.heed.jobs.change.ChangeDesk;
import io.heed.jobs.commands.changing.ChangeArguments;
import io.heed.jobs.commands.changing.ChangeSubmission;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Sets parameters of a pattern while the job runs. */
@Command(
        name = "set",
        description = {
            "Sets parameters of a pattern, within their bounds, while the job runs. It gives a new version.",
            "",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./heed patterns set unused-addon-30-days unused=25d",
            "  ./heed patterns set bill-spike ratio=1.5 --on-change finish",
            "",
            "Exit codes: 0 written; 1 refused, with every reason; 2 the command line is wrong."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class SetCommand implements Callable<Integer> {
    @ParentCommand
    private PatternsCommand parent;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "NAME", description = "The pattern's name.")
    private String name;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "PARAMETER=VALUE", description = "What to set.")
    private Map<String, String> parameters;

    @Mixin
    private ChangeArguments arguments = new ChangeArguments();

    @Mixin
    private OnChangeArgument onChange = new OnChangeArgument();

    @Override
    public Integer call() throws Exception {
        try (ChangeDesk desk = arguments.desk(parent.heed())) {
            Change wanted = new Change(
                    desk.nextNumber(),
                    arguments.effectiveMillis(parent.heed()),
                    DefinitionKind.PATTERN,
                    ChangeAction.SET,
                    name,
                    desk.timeline().patterns().highestVersion(name) + 1,
                    false,
                    onChange.value(),
                    new TreeMap<>(parameters),
                    "");
            return new ChangeSubmission(desk, parent.screen(spec)).submit(List.of(wanted), arguments.isDryRun());
        }
    }
}
