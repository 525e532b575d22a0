package io.heed.jobs.commands.changing;

import io.heed.events.change.Change;
import io.heed.events.change.ChangeAction;
import io.heed.events.change.DefinitionKind;
import io.heed.events.change.OnChange;
import io.heed.jobs.change.ChangeDesk;
import io.heed.jobs.change.ChangeLog;
import io.heed.jobs.commands.arguments.HeedCommand;
import io.heed.jobs.commands.arguments.TimeConverter;
import io.heed.jobs.configuration.ChangeOptions;
import io.heed.jobs.configuration.JobConfiguration;
import io.heed.jobs.flink.workspace.WorkspaceFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which log a change goes to, and when it takes effect. */
public final class ChangeArguments {
    private static final long USUAL_NOTICE_MILLIS = 1_000;

    @Option(
            names = "--workspace",
            paramLabel = "DIR",
            description = "The folder with the definitions. Default: the one that the configuration names, else the one"
                    + " that comes with Heed.")
    private @Nullable Path workspace;

    @Option(names = "--config", paramLabel = "FILE", description = "The job's configuration, which names its changes.")
    private @Nullable Path config;

    @Option(
            names = "--changes",
            paramLabel = "DIR",
            description =
                    "The folder of the log of changes. Default: what the configuration names, else changes/ in the"
                            + " workspace.")
    private @Nullable Path changes;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "The event time from which on the change holds. Default: a second from now.")
    private @Nullable Instant at;

    @Option(names = "--dry-run", description = "Say what would happen, and write nothing.")
    private boolean dryRun;

    /** A desk over the workspace and the log. */
    public ChangeDesk desk(HeedCommand heed) throws IOException {
        JobConfiguration configuration = configuration(heed.environment());
        Path folder = folder(heed, configuration);
        return new ChangeDesk(
                WorkspaceFiles.snapshot(folder.toString()), ChangeLog.open(options(folder, configuration)));
    }

    /** When the change takes effect. */
    public long effectiveMillis(HeedCommand heed) {
        return at == null ? heed.clock().millis() + USUAL_NOTICE_MILLIS : at.toEpochMilli();
    }

    /** A change that gives no new version: it speaks of the highest there is. */
    public Change change(
            ChangeDesk desk,
            HeedCommand heed,
            DefinitionKind kind,
            ChangeAction action,
            String name,
            boolean shadow,
            @Nullable OnChange onChange) {
        return new Change(
                desk.nextNumber(),
                effectiveMillis(heed),
                kind,
                action,
                name,
                Math.max(1, desk.timeline().highestVersion(kind, name)),
                shadow,
                onChange,
                new TreeMap<>(),
                "");
    }

    /** Whether nothing is to be written. */
    public boolean isDryRun() {
        return dryRun;
    }

    private Path folder(HeedCommand heed, @Nullable JobConfiguration configuration) {
        Path folder = heed.home();
        if (workspace != null) {
            folder = workspace;
        } else if (configuration != null) {
            folder = Path.of(configuration.workspace());
        }
        return folder.toAbsolutePath().normalize();
    }

    private ChangeOptions options(Path folder, @Nullable JobConfiguration configuration) {
        if (changes != null) {
            return ChangeOptions.in(changes.toAbsolutePath().toString());
        }
        if (configuration != null && configuration.changes().isPresent()) {
            return configuration.changes();
        }
        if (configuration != null) {
            throw new IllegalArgumentException("configuration names no log of changes: " + config
                    + " (legal: changes: {directory: /srv/heed/changes})");
        }
        return ChangeOptions.in(folder.resolve("changes").toString());
    }

    private @Nullable JobConfiguration configuration(Map<String, String> environment) throws IOException {
        return config == null ? null : JobConfiguration.read(config.toString(), Files.readString(config), environment);
    }
}
