package io.heed.jobs.commands.features;

import io.heed.events.change.Running;
import io.heed.features.Completeness;
import io.heed.features.FeatureDefinition;
import io.heed.jobs.change.ChangeDesk;
import io.heed.jobs.change.DefinitionTimeline;
import io.heed.jobs.commands.changing.ChangeArguments;
import io.heed.jobs.commands.changing.JobAddress;
import io.heed.jobs.commands.changing.LastChanges;
import io.heed.jobs.commands.terminal.Screen;
import io.heed.jobs.commands.terminal.TextTable;
import io.heed.jobs.explanation.CompletenessText;
import io.heed.jobs.flink.customer.FeatureCounts;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Says which features there are now and since when they are complete. */
@Command(
        name = "status",
        description = {
            "Says which features there are now, which change put them there, and from when on each is complete.",
            "",
            "Complete means that a value is that of a job which had the feature from the beginning: always, or its window"
                    + " after the time since when its events are kept. Without --state or --rest this follows from the"
                    + " workspace and the log alone; a running job also knows what it kept before it was restarted with"
                    + " another workspace.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./heed features status",
            "  ./heed features status --state heed-state",
            "  ./heed features status --config heed.yaml --rest http://flink-jobmanager:8081",
            "",
            "Exit codes: 0 shown; 1 failed; 2 the command line is wrong."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class FeaturesStatusCommand implements Callable<Integer> {
    @ParentCommand
    private FeaturesCommand parent;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ChangeArguments arguments = new ChangeArguments();

    @Mixin
    private JobAddress job = new JobAddress();

    @Override
    public Integer call() throws Exception {
        Screen screen = parent.screen(spec);
        try (ChangeDesk desk = arguments.desk(parent.heed())) {
            show(desk.timeline(), job.counts(), screen);
            LastChanges.show(desk.verdicts(), screen);
            return 0;
        }
    }

    private void show(DefinitionTimeline timeline, Map<String, Long> counts, Screen screen) {
        long now = parent.heed().clock().millis();
        Map<String, Completeness> byLog = Completeness.of(timeline.features(), now);
        TextTable table = new TextTable("Feature", "Unit", "Change", "Changed", "Complete");
        for (Running<FeatureDefinition> running : timeline.features().at(now).running()) {
            String name = running.name();
            Completeness known = FeatureCounts.completeness(counts, name);
            table.add(
                    name,
                    running.definition().unit(),
                    running.version() == 0 ? "-" : String.valueOf(running.version()),
                    changed(timeline.features().lastChangedMillis(name)),
                    CompletenessText.of(known == null ? byLog.getOrDefault(name, Completeness.ALWAYS) : known));
        }
        table.lines().forEach(screen::print);
    }

    private static String changed(long lastMillis) {
        return lastMillis == Long.MIN_VALUE
                ? "-"
                : Instant.ofEpochMilli(lastMillis).toString();
    }
}
