package io.heed.jobs.commands;

import io.heed.jobs.commands.arguments.CheckedWorkspace;
import io.heed.jobs.commands.terminal.Figures;
import io.heed.jobs.commands.terminal.Screen;
import io.heed.jobs.configuration.JobConfiguration;
import io.heed.jobs.flink.ProactiveCareJob;
import io.heed.jobs.flink.embedded.EmbeddedFlink;
import io.heed.jobs.flink.embedded.JobFailedException;
import io.heed.jobs.flink.embedded.JobTotals;
import io.heed.jobs.flink.embedded.RunningJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Runs the job of a configuration file in an embedded Flink. */
@Command(
        name = "run",
        description = {
            "Runs the job that a configuration file describes, as flink run would, in an embedded Flink.",
            "",
            "It reads and writes what the file says until its input ends or someone stops it. Ctrl-C stops it cleanly:"
                    + " all that it gave is committed, and its state is kept where --state says, so that the next start"
                    + " goes on from there. docs/command-line.md shows a configuration.",
            ""
        },
        footer = {
            "",
            "Example:",
            "  ./heed run --config heed.yaml --state heed-state",
            "",
            "Exit codes: 0 the input ended; 1 failed; 2 the command line is wrong; 130 stopped by Ctrl-C."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class RunCommand implements Callable<Integer> {
    private static final long CLEAN_UP_SECONDS = 10;

    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean stopping;

    @ParentCommand
    private Heed heed;

    @Spec
    private CommandSpec spec;

    @Option(names = "--config", paramLabel = "FILE", required = true, description = "The job's configuration, YAML.")
    private Path config;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "Where checkpoints and the state of the last stop are kept; a start finds the newest."
                    + " Default: a temporary folder, so that every start is a new one.")
    private @Nullable Path state;

    @Option(
            names = "--checkpoint-seconds",
            paramLabel = "N",
            defaultValue = "10",
            description = "How often outputs are committed. Default: every ${DEFAULT-VALUE} seconds.")
    private int checkpointSeconds;

    @Option(
            names = "--parallelism",
            paramLabel = "N",
            description = "How many tasks share the work. Default: one for each core.")
    private int parallelism = Runtime.getRuntime().availableProcessors();

    @Override
    public Integer call() throws IOException, JobFailedException {
        if (checkpointSeconds < 1) {
            throw new IllegalArgumentException("checkpoint-seconds is not above 0: " + checkpointSeconds);
        }
        try {
            if (state != null) {
                return run(Files.createDirectories(state));
            }
            try (TemporaryFolder temporary = new TemporaryFolder("heed-state")) {
                return run(temporary.path());
            }
        } finally {
            ended.countDown();
        }
    }

    private int run(Path stateFolder) throws IOException, JobFailedException {
        Screen screen = heed.screen(spec);
        Surroundings surroundings = heed.surroundings();
        JobConfiguration configuration =
                JobConfiguration.read(config.toString(), Files.readString(config), surroundings.environment());
        ProactiveCareJob job = new ProactiveCareJob(
                configuration,
                CheckedWorkspace.at(configuration.workspace()),
                List.of(),
                surroundings.clock().millis());
        RunningJob running =
                new EmbeddedFlink(parallelism).start(job, stateFolder, Duration.ofSeconds(checkpointSeconds));
        Thread stop = new Thread(() -> stop(running, screen), "heed-stop");
        Runtime.getRuntime().addShutdownHook(stop);
        screen.tell("heed is running; Ctrl-C stops it");
        JobTotals totals = running.await();
        if (!stopping) {
            Runtime.getRuntime().removeShutdownHook(stop);
            screen.tell("the input has ended: " + Figures.count(totals.records(), "record"));
        }
        return 0;
    }

    /** Runs as the JVM's shutdown hook: the JVM ends with the hook, so it waits until the command has cleaned up. */
    private void stop(RunningJob running, Screen screen) {
        stopping = true;
        screen.tell("stopping");
        try {
            boolean clean = running.stop();
            ended.await(CLEAN_UP_SECONDS, TimeUnit.SECONDS);
            screen.tell(
                    clean ? "stopped; all that it gave is committed" : "cancelled; it could not be stopped in time");
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }
}
