package io.heed.jobs.commands.arguments;

import io.heed.jobs.configuration.ChangeOptions;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which changes take effect while a recording is read. */
public final class ChangesArgument {
    @Option(
            names = "--changes",
            paramLabel = "DIR",
            description =
                    "A log of changes to features, patterns and plays, as heed patterns apply writes it; each takes"
                            + " effect at its time. Default: definitions do not change.")
    private @Nullable Path changes;

    /** The log, or none. */
    public ChangeOptions options() {
        return changes == null
                ? ChangeOptions.NONE
                : ChangeOptions.in(changes.toAbsolutePath().toString());
    }
}
