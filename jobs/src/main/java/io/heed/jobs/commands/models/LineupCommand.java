package io.heed.jobs.commands.models;

import io.heed.events.change.Change;
import io.heed.jobs.change.ChangeDesk;
import io.heed.jobs.commands.changing.ChangeArguments;
import io.heed.jobs.commands.changing.ChangeSubmission;
import io.heed.jobs.commands.terminal.Screen;
import io.heed.models.repository.Aliases;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Changes which versions of a model serve. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
abstract class LineupCommand implements Callable<Integer> {
    @ParentCommand
    private ModelsCommand parent;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "MODEL", description = "The model's name.")
    private String model;

    @Mixin
    private ChangeArguments arguments = new ChangeArguments();

    /** What is to serve. */
    abstract Aliases next(LineupChange change);

    @Override
    public final Integer call() throws Exception {
        Screen screen = parent.screen(spec);
        try (ChangeDesk desk = arguments.desk(parent.heed())) {
            LineupChange change = new LineupChange(desk, model);
            Aliases next = next(change);
            Change wanted = change.to(next, arguments.effectiveMillis(parent.heed()));
            int code = new ChangeSubmission(desk, screen).submit(List.of(wanted), arguments.isDryRun());
            if (code == 0) {
                screen.print(said(next));
            }
            return code;
        }
    }

    private String said(Aliases aliases) {
        return aliases.versions().stream()
                .map(version -> "  " + model + " " + version + ": " + aliases.part(version))
                .collect(Collectors.joining("\n"));
    }
}
