package io.heed.jobs.commands.arguments;

import io.heed.jobs.configuration.ChangeOptions;
import io.heed.jobs.configuration.InputOptions;
import io.heed.jobs.configuration.JobConfiguration;
import io.heed.jobs.configuration.OutputOptions;
import io.heed.jobs.configuration.TimeOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which events a command reads, and by which definitions. */
public final class InputArguments {
    @Option(
            names = "--workspace",
            paramLabel = "DIR",
            description =
                    "The folder with the definitions and models. Default: the one that comes with Heed, a telco's.")
    private @Nullable Path workspace;

    @Option(
            names = "--events",
            paramLabel = "FILE",
            arity = "1..*",
            description = "Files of one record a line, plain or gzip, in order of arrival; several are read by name."
                    + " Default: the recording that comes with Heed.")
    private List<Path> events = List.of();

    @Option(
            names = "--mapping",
            paramLabel = "NAME",
            defaultValue = "",
            description = "How the workspace reads these files: a source that it declares under sources:."
                    + " Default: they are CloudEvents.")
    private String mapping = "";

    @Option(
            names = "--parallelism",
            paramLabel = "N",
            description = "How many tasks share the work. Default: one for each core.")
    private int parallelism = Runtime.getRuntime().availableProcessors();

    /** The workspace's folder. */
    public Path workspace(Installation here) {
        return workspace(here, null);
    }

    /**
     * The same where it may also be the only word after a command.
     *
     * @throws IllegalArgumentException if both name one, or it is not a folder
     */
    public Path workspace(Installation here, @Nullable Path word) {
        if (word != null && workspace != null) {
            throw new IllegalArgumentException("workspace is named twice: " + word + " and --workspace " + workspace);
        }
        Path named = word == null ? workspace : word;
        Path folder = named == null ? here.home() : named.toAbsolutePath();
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("workspace is not a folder: " + folder);
        }
        return folder.normalize();
    }

    /**
     * The files to read.
     *
     * @throws IllegalArgumentException if one is missing
     */
    public List<String> files(Installation here) {
        List<Path> files = events.isEmpty() ? List.of(here.bundledRecording()) : events;
        for (Path file : files) {
            if (!Files.exists(file)) {
                throw new IllegalArgumentException("events do not exist: " + file);
            }
        }
        return files.stream()
                .map(file -> file.toAbsolutePath().normalize().toString())
                .toList();
    }

    /** How the files are to be read; empty for CloudEvents, or where nothing was said. */
    public String mapping() {
        return mapping;
    }

    /** How many tasks share the work. */
    public int parallelism() {
        if (parallelism < 1) {
            throw new IllegalArgumentException("parallelism is not above 0: " + parallelism);
        }
        return parallelism;
    }

    /** A job over these files that gives its results to whoever runs it. */
    public JobConfiguration configuration(Installation here, TimeOptions time, ChangeOptions changes) {
        return configuration(here, workspace(here), mapping, time, changes);
    }

    /** The same for a workspace and a mapping that were found in another way, with the usual times and no changes. */
    public JobConfiguration configuration(Installation here, Path folder, String source) {
        return configuration(here, folder, source, TimeOptions.usual(), ChangeOptions.NONE);
    }

    private JobConfiguration configuration(
            Installation here, Path folder, String source, TimeOptions time, ChangeOptions changes) {
        return new JobConfiguration(
                folder.toString(),
                new InputOptions(files(here), source, null),
                OutputOptions.none(),
                time,
                here.hashKey(),
                changes);
    }
}
