package io.heed.jobs.commands.patterns;

import io.heed.events.change.Change;
import io.heed.events.change.ChangeAction;
import io.heed.events.change.DefinitionKind;
import io.heed.jobs.change.ChangeDesk;
import io.heed.jobs.commands.changing.ChangeArguments;
import io.heed.jobs.commands.changing.ChangeSubmission;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** A change of the pattern or play of a name that gives no new version. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
abstract class NamedChangeCommand implements Callable<Integer> {
    private final ChangeAction action;

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

    @Mixin
    private OnChangeArgument onChange = new OnChangeArgument();

    NamedChangeCommand(ChangeAction action) {
        this.action = action;
    }

    /** Whether the change speaks of the shadow alone. */
    boolean isOfShadow() {
        return false;
    }

    @Override
    public final Integer call() throws Exception {
        DefinitionKind kind = play ? DefinitionKind.PLAY : DefinitionKind.PATTERN;
        try (ChangeDesk desk = arguments.desk(parent.heed())) {
            Change wanted = arguments.change(desk, parent.heed(), kind, action, name, isOfShadow(), onChange.value());
            return new ChangeSubmission(desk, parent.screen(spec)).submit(List.of(wanted), arguments.isDryRun());
        }
    }
}
