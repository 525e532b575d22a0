package io.heed.jobs.flink.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;

/** Where an embedded job keeps its checkpoints, and the savepoint of its last stop. */
final class StateFolder {
    private static final String COMPLETE = "_metadata"; // written last

    private final Path folder;

    StateFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** Notes where the job that runs with this folder can be asked for its counts. */
    void noteRestAddress(String address) {
        try {
            Files.createDirectories(folder);
            Files.writeString(restAddress(), address + "\n");
        } catch (IOException unwritable) {
            throw new UncheckedIOException("state cannot be written: " + folder, unwritable);
        }
    }

    /** Notes that no job runs with this folder any more. */
    void forgetRestAddress() {
        try {
            Files.deleteIfExists(restAddress());
        } catch (IOException unwritable) {
            throw new UncheckedIOException("state cannot be written: " + folder, unwritable);
        }
    }

    private Path restAddress() {
        return folder.resolve("rest-address");
    }

    String savepoints() {
        return folder.resolve("savepoints").toUri().toString();
    }

    /** Checkpoints into this folder, and a start from the newest state that lies there. */
    Configuration configuration(Duration checkpointEvery) {
        Configuration configuration = new Configuration();
        configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, checkpointEvery);
        configuration.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                folder.resolve("checkpoints").toUri().toString());
        configuration.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 3);
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofSeconds(5));
        newest().ifPresent(state -> configuration.set(
                StateRecoveryOptions.SAVEPOINT_PATH, state.toUri().toString()));
        return configuration;
    }

    private Optional<Path> newest() {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.endsWith(COMPLETE))
                    .max(Comparator.comparing(StateFolder::written))
                    .map(Path::getParent);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("state cannot be read: " + folder, unreadable);
        }
    }

    private static FileTime written(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("state cannot be read: " + file, unreadable);
        }
    }
}
