package io.heed.jobs.commands.patterns;

import io.heed.events.change.Change;
import io.heed.events.change.Running;
import io.heed.jobs.change.ChangeDesk;
import io.heed.jobs.change.ChangeVerdict;
import io.heed.jobs.commands.terminal.Figures;
import io.heed.jobs.commands.terminal.Screen;
import io.heed.jobs.commands.terminal.TextTable;
import io.heed.jobs.flink.customer.PatternCounts;
import io.heed.patterns.PatternTally.Figure;
import io.heed.patterns.definition.PatternDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
    private static final int LAST_CHANGES = 5;

    @ParentCommand
    private PatternsCommand parent;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ChangeArguments arguments = new ChangeArguments();

    @Option(names = "--rest", paramLabel = "URL", description = "The REST interface of the Flink that runs the job.")
    private @Nullable String rest;

    @Option(names = "--state", paramLabel = "DIR", description = "The state folder of a job that heed run runs here.")
    private @Nullable Path state;

    @Override
    public Integer call() throws Exception {
        Screen screen = parent.screen(spec);
        try (ChangeDesk desk = arguments.desk(parent.heed())) {
            show(desk, counts(), screen);
            showLastChanges(desk.verdicts(), screen);
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

    private static void showLastChanges(List<ChangeVerdict> verdicts, Screen screen) {
        screen.print("");
        screen.print(
                Figures.count(verdicts.size(), "change") + " in the log" + (verdicts.isEmpty() ? "" : "; the last:"));
        for (ChangeVerdict verdict : verdicts.subList(Math.max(0, verdicts.size() - LAST_CHANGES), verdicts.size())) {
            Change change = verdict.change();
            String what = change == null
                    ? "unreadable"
                    : change.action().name().toLowerCase(Locale.ROOT) + " " + change.name() + "@" + change.version()
                            + " from " + Instant.ofEpochMilli(change.effectiveMillis());
            String why = verdict.reasons().isEmpty() ? "" : ": " + String.join("; ", verdict.reasons());
            screen.print("  " + verdict.number() + "  " + what + "  "
                    + verdict.outcome().code() + why);
        }
    }

    private Map<String, Long> counts() throws IOException {
        String address = rest;
        if (address == null && state != null) {
            Path file = state.resolve("rest-address");
            if (!Files.exists(file)) {
                throw new IllegalArgumentException("no job runs with this state folder: " + state);
            }
            address = Files.readString(file).strip();
        }
        return address == null ? new TreeMap<>() : new JobCounts(address).read();
    }
}
