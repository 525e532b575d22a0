package io.heed.jobs.commands.patterns;

import io.heed.jobs.commands.terminal.Screen;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;

/** The {@code heed} command as the commands below it see it. */
public interface HeedCommand {
    /** The folder of Heed itself, which is also the workspace unless told otherwise. */
    Path home();

    /** The screen of a command. */
    Screen screen(CommandSpec command);
}
