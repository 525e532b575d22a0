package io.heed.jobs.commands;

import io.heed.jobs.commands.terminal.Figures;
import io.heed.jobs.commands.terminal.Screen;
import io.heed.replay.simulation.Simulation;
import io.heed.replay.simulation.SimulationOptions;
import io.heed.replay.simulation.SimulationSummary;
import io.heed.replay.simulation.recording.Recording;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Records the life of invented customers. */
@Command(
        name = "simulate",
        description = {
            "Records what the customers of an invented telco live through, from hidden causes.",
            "",
            "It writes events.jsonl.gz, in order of arrival, for replay, and truth.jsonl.gz beside it: the true cause of"
                    + " each trouble and the true probability of each repeat contact. The same options give the same"
                    + " bytes.",
            ""
        },
        footer = {
            "",
            "Example:",
            "  ./heed simulate --customers 500 --days 60 --seed 7 --out my-recording",
            "  ./heed replay --events my-recording/events.jsonl.gz",
            "",
            "Exit codes: 0 written; 1 failed; 2 the command line is wrong."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class SimulateCommand implements Callable<Integer> {
    private static final int NEWS_PER_SIMULATION = 10;

    @ParentCommand
    private Heed heed;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--customers",
            paramLabel = "N",
            defaultValue = "2000",
            description = "How many customers. Default: ${DEFAULT-VALUE}.")
    private int customers;

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "240",
            description = "How many days. Default: ${DEFAULT-VALUE}.")
    private int days;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Another seed gives other lives. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "The folder to write to.")
    private Path out;

    @Override
    public Integer call() throws IOException {
        Screen screen = heed.screen(spec);
        SimulationSummary summary = Simulation.of(SimulationOptions.of(customers, days, seed))
                .writeTo(out, (done, all) -> tell(screen, done, all));
        screen.endLiveLine();
        screen.print(Figures.count(summary.events(), "event") + " of " + Figures.count(customers, "customer") + " over "
                + Figures.count(days, "day") + " in " + out.resolve(Recording.EVENTS));
        screen.print(Figures.count(summary.episodes(), "episode") + " of trouble, "
                + Figures.count(summary.contactEnds(), "contact") + ", "
                + Figures.count(summary.messages(), "message"));
        return 0;
    }

    private static void tell(Screen screen, int done, int all) {
        String line = Figures.count(done) + " of " + Figures.count(all, "customer");
        if (screen.isTerminal()) {
            screen.tellInPlace(line);
        } else if (done % Math.max(1, all / NEWS_PER_SIMULATION) == 0) {
            screen.tell(line);
        }
    }
}
