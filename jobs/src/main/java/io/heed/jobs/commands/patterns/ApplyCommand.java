package io.heed.jobs.commands.patterns;

import io.heed.events.change.Change;
import io.heed.events.change.ChangeAction;
import io.heed.jobs.change.ChangeDesk;
import io.heed.jobs.commands.changing.ChangeArguments;
import io.heed.jobs.commands.changing.ChangeSubmission;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Puts definitions of patterns and plays in place while the job runs. */
@Command(
        name = "apply",
        description = {
            "Puts the patterns and plays of a file in place while the job runs, each as a new version.",
            "",
            "What is wrong is said at once, and then nothing is written. --on-change says what becomes of the open matches"
                    + " of the version before: dropped, finished by the version before, or made anew from kept events. A"
                    + " shadow runs beside the version in force, and no play sees its matches.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./heed patterns apply bill-spike.yaml",
            "  ./heed patterns apply bill-spike.yaml --shadow",
            "  ./heed patterns apply bill-spike.yaml --at 2026-03-01T12:00:00Z --on-change finish",
            "",
            "Exit codes: 0 written; 1 refused, with every reason; 2 the command line is wrong."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ApplyCommand implements Callable<Integer> {
    @ParentCommand
    private PatternsCommand parent;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "Definitions, as they stand in a workspace.")
    private Path file;

    @Option(names = "--shadow", description = "Run them as shadows beside what is in force.")
    private boolean shadow;

    @Mixin
    private ChangeArguments arguments = new ChangeArguments();

    @Mixin
    private OnChangeArgument onChange = new OnChangeArgument();

    @Override
    public Integer call() throws Exception {
        try (ChangeDesk desk = arguments.desk(parent.heed())) {
            DefinitionsInFile found = DefinitionsInFile.read(file.toString(), Files.readString(file));
            List<Change> wanted = new ArrayList<>();
            for (DefinitionsInFile.Named named : found.all()) {
                wanted.add(new Change(
                        desk.nextNumber(),
                        arguments.effectiveMillis(parent.heed()),
                        named.kind(),
                        ChangeAction.APPLY,
                        named.name(),
                        named.version(),
                        shadow,
                        onChange.value(),
                        new TreeMap<>(),
                        found.text()));
            }
            return new ChangeSubmission(desk, parent.screen(spec), file.toString())
                    .submit(wanted, arguments.isDryRun());
        }
    }
}
