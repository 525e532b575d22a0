package io.heed.jobs.commands.arguments;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whose patterns a command speaks of. */
public final class WorkspaceOption {
    @Option(
            names = "--workspace",
            paramLabel = "DIR",
            description =
                    "The folder with the definitions and models. Default: the one that comes with Heed, a telco's.")
    private @Nullable Path workspace;

    /**
     * The workspace's folder.
     *
     * @throws IllegalArgumentException if there is none
     */
    public String folder(Path home) {
        Path folder = workspace == null ? home : workspace.toAbsolutePath();
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("workspace is not a folder: " + folder);
        }
        return folder.normalize().toString();
    }
}
