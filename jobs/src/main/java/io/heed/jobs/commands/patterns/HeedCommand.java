package io.heed.jobs.commands.patterns;

import io.heed.jobs.commands.terminal.Screen;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** The {@code heed} command as the commands below it see it. */
public interface HeedCommand {
    /** The folder of Heed itself, which is also the workspace unless told otherwise. */
    Path home();

    /** The environment variables. */
    Map<String, String> environment();

    /** The wall clock. */
    InstantSource clock();

    /** The screen of a command. */
    Screen screen(CommandSpec command);
}
