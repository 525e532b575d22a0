package io.heed.jobs.commands;

import io.heed.jobs.commands.benchmark.Benchmark;
import io.heed.jobs.commands.benchmark.BenchmarkRow;
import io.heed.jobs.commands.benchmark.BenchmarkSettings;
import io.heed.jobs.commands.terminal.Screen;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Makes one of the measurements that modules bring. */
@Command(
        name = "benchmark",
        description = {
            "Measures. It writes one JSON object a line for each measured row, with the baseline that it is a ratio to,"
                    + " measured in the same run. Use a quiet machine.",
            ""
        },
        footer = {
            "",
            "Example:",
            "  ./heed benchmark job --quick",
            "",
            "Exit codes: 0 measured; 1 failed; 2 the command line is wrong, or there is no such benchmark."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class BenchmarkCommand implements Callable<Integer> {
    private final SortedMap<String, Benchmark> benchmarks = new TreeMap<>();

    @ParentCommand
    private Heed heed;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "NAME",
            completionCandidates = Names.class,
            description = {"What to measure:", "${COMPLETION-CANDIDATES}"})
    private String name;

    @Option(names = "--quick", description = "Measure roughly: fewer and smaller repetitions.")
    private boolean quick;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the rows to a file as well.")
    private @Nullable Path json;

    @Option(
            names = "--workspace",
            paramLabel = "DIR",
            description = "The folder with the definitions and models. Default: the one that comes with Heed.")
    private @Nullable Path workspace;

    @Option(
            names = "--events",
            paramLabel = "FILE",
            description = "The recording to measure with. Default: the one that comes with Heed.")
    private @Nullable Path events;

    @Option(
            names = "--parallelism",
            paramLabel = "N",
            description = "How many tasks share the work. Default: one for each core.")
    private int parallelism = Runtime.getRuntime().availableProcessors();

    /** A command with the benchmarks on the class path. */
    BenchmarkCommand() {
        for (Benchmark benchmark : ServiceLoader.load(Benchmark.class)) {
            benchmarks.put(benchmark.name(), benchmark);
        }
    }

    @Override
    public Integer call() throws Exception {
        Benchmark benchmark = benchmarks.get(name);
        if (benchmark == null) {
            throw new ParameterException(
                    spec.commandLine(), "there is no benchmark " + name + " (legal: " + benchmarks.keySet() + ")");
        }
        Surroundings surroundings = heed.surroundings();
        Screen screen = heed.screen(spec);
        BenchmarkSettings settings = new BenchmarkSettings(
                quick,
                workspace == null ? surroundings.home() : workspace.toAbsolutePath(),
                existing(events == null ? surroundings.bundledRecording() : events.toAbsolutePath()),
                parallelism,
                surroundings.clock().millis(),
                screen::tell);
        if (json == null) {
            benchmark.measure(settings, row -> screen.print(row.json()));
            return 0;
        }
        try (BufferedWriter file = Files.newBufferedWriter(json)) {
            Consumer<BenchmarkRow> both = row -> {
                screen.print(row.json());
                write(file, row);
            };
            benchmark.measure(settings, both);
        }
        return 0;
    }

    private static Path existing(Path events) {
        if (!Files.exists(events)) {
            throw new IllegalArgumentException("events do not exist: " + events);
        }
        return events;
    }

    private static void write(BufferedWriter file, BenchmarkRow row) {
        try {
            file.write(row.json());
            file.newLine();
            file.flush();
        } catch (IOException failed) {
            throw new UncheckedIOException("rows cannot be written", failed);
        }
    }

    /** The benchmarks there are, each with what it measures, for the help. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return ServiceLoader.load(Benchmark.class).stream()
                    .map(ServiceLoader.Provider::get)
                    .map(benchmark -> benchmark.name() + " (" + benchmark.description() + ")")
                    .sorted()
                    .iterator();
        }
    }
}
