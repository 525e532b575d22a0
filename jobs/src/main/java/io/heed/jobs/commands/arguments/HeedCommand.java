package io.heed.jobs.commands.arguments;

import io.heed.jobs.commands.terminal.Screen;
import picocli.CommandLine.Model.CommandSpec;

/** The {@code heed} command as the commands below it see it. */
public interface HeedCommand extends Installation {
    /** The screen of a command. */
    Screen screen(CommandSpec command);
}
