package io.heed.jobs.commands.features;

import io.heed.events.catalogue.DefinitionFile;
import io.heed.events.change.Change;
import io.heed.events.change.ChangeAction;
import io.heed.events.change.DefinitionKind;
import io.heed.features.FeatureDefinition;
import io.heed.jobs.change.ChangeDesk;
import io.heed.jobs.change.DefinitionTimeline;
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
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Adds features while the job runs. */
@Command(
        name = "apply",
        description = {
            "Adds the features of a file while the job runs, or puts them in the place of those of the same names.",
            "",
            "A feature that a model, target, pattern, play or another feature reads is never changed in place; give it"
                    + " a new name. What is wrong is said at once, and then nothing is written. A feature whose events"
                    + " are kept already is complete at once, any other counts from its time on: see status.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./heed features apply calls.yaml",
            "  ./heed features apply calls.yaml --at 2026-03-01T12:00:00Z --dry-run",
            "",
            "Exit codes: 0 written; 1 refused, with every reason; 2 the command line is wrong."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ApplyFeaturesCommand implements Callable<Integer> {
    @ParentCommand
    private FeaturesCommand parent;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "Features, as they stand in a workspace.")
    private Path file;

    @Mixin
    private ChangeArguments arguments = new ChangeArguments();

    @Override
    public Integer call() throws Exception {
        try (ChangeDesk desk = arguments.desk(parent.heed())) {
            String text = Files.readString(file);
            List<Change> wanted = wanted(desk, text, arguments.effectiveMillis(parent.heed()));
            return new ChangeSubmission(desk, parent.screen(spec), file.toString())
                    .submit(wanted, arguments.isDryRun());
        }
    }

    private List<Change> wanted(ChangeDesk desk, String text, long atMillis) {
        DefinitionTimeline timeline = desk.timeline();
        List<Change> wanted = new ArrayList<>();
        for (FeatureDefinition feature : timeline.featuresAt(atMillis)
                .read(
                        new DefinitionFile(file.toString(), text),
                        timeline.declared().catalogue())) {
            wanted.add(new Change(
                    desk.nextNumber(),
                    atMillis,
                    DefinitionKind.FEATURE,
                    ChangeAction.APPLY,
                    feature.name(),
                    timeline.highestVersion(DefinitionKind.FEATURE, feature.name()) + 1,
                    false,
                    null,
                    new TreeMap<>(),
                    text));
        }
        return wanted;
    }
}
