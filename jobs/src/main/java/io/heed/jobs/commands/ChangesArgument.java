package io.heed.jobs.commands;

import io.heed.jobs.configuration.ChangeOptions;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which changes take effect while a recording is read. */
final class ChangesArgument {
    @Option(
            names = "--changes",
            paramLabel = "DIR",
            description = "A log of changes to patterns and plays, as heed patterns apply and set write it; each takes"
                    + " effect at its time. Default: definitions do not change.")
    private @Nullable Path changes;

    ChangeOptions options() {
        return changes == null
                ? ChangeOptions.NONE
                : ChangeOptions.in(changes.toAbsolutePath().toString());
    }
}
