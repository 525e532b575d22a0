package io.heed.jobs.commands.patterns;

import io.heed.events.change.Running;
import io.heed.jobs.change.ChangeDesk;
import io.heed.jobs.commands.changing.ChangeArguments;
import io.heed.jobs.commands.changing.JobAddress;
import io.heed.jobs.commands.changing.LastChanges;
import io.heed.jobs.commands.terminal.Figures;
import io.heed.jobs.commands.terminal.Screen;
import io.heed.jobs.commands.terminal.TextTable;
import io.heed.jobs.flink.customer.PatternCounts;
import io.heed.patterns.PatternTally.Figure;
import io.heed.patterns.definition.PatternDefinition;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Says what runs, and what it does. */
@Command(
        name = "status",
        description = {
            "Says which versions of patterns run now and what a running job has done with them.",
            "",
            "Matches are those that plays saw; held back are those of shadows and of paused patterns; open are matches"
                    + " that have begun; dropped are open matches beyond a customer's limit. Counts are since the job first"
                    + " started. Without --state or --rest only the definitions and the log are shown.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./heed patterns status --state heed-state",
            "  ./heed patterns status --config heed.yaml --rest http://flink-jobmanager:8081",
            "",
            "Exit codes: 0 shown; 1 failed; 2 the command line is wrong."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class StatusCommand implements Callable<Integer> {
    @ParentCommand
    private PatternsCommand parent;

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
            show(desk, job.counts(), screen);
            LastChanges.show(desk.verdicts(), screen);
            return 0;
        }
    }

    private void show(ChangeDesk desk, Map<String, Long> counts, Screen screen) {
        long now = parent.heed().clock().millis();
        SortedMap<String, Map<Figure, Long>> figures = PatternCounts.of(counts);
        TextTable table =
                new TextTable("Pattern", "Version", "Runs", "Matches", "Held back", "Open", "Dropped", "Changed");
        for (Running<PatternDefinition> running :
                desk.timeline().patterns().at(now).running()) {
            if (now < running.untilMillis()) {
                Map<Figure, Long> of = figures.getOrDefault(running.key(), Map.of());
                table.add(
                        running.name(),
                        String.valueOf(running.version()),
                        running.begins() ? running.mode().code() : "finishing",
                        figure(counts, of, Figure.MATCHES),
                        figure(counts, of, Figure.HELD_BACK),
                        figure(counts, of, Figure.OPEN),
                        figure(counts, of, Figure.DROPPED),
                        changed(desk.timeline().patterns().lastChangedMillis(running.name())));
            }
        }
        table.lines().forEach(screen::print);
    }

    private static String figure(Map<String, Long> counts, Map<Figure, Long> of, Figure figure) {
        return counts.isEmpty() ? "-" : Figures.count(of.getOrDefault(figure, 0L));
    }

    private static String changed(long lastMillis) {
        return lastMillis == Long.MIN_VALUE
                ? "-"
                : Instant.ofEpochMilli(lastMillis).toString();
    }
}
