package io.heed.jobs.commands;

import io.heed.jobs.commands.arguments.Installation;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/**
 * What the command line finds where it runs.
 *
 * @param home the folder of Heed itself, which is also the workspace unless told otherwise
 * @param terminal whether a person looks on
 * @param clock the wall clock, by which dates in the far future are told and work is timed
 * @param standardInput what is typed or piped in
 */
record Surroundings(
        Path home, Map<String, String> environment, boolean terminal, InstantSource clock, InputStream standardInput)
        implements Installation {
    /** The surroundings of this process. */
    @SuppressWarnings("SystemConsoleNull") // the launcher sets jdk.console, by which newer versions give null as well
    static Surroundings ofThisProcess() {
        Map<String, String> environment = System.getenv();
        boolean terminal = System.console() != null && !"dumb".equals(environment.get("TERM"));
        return new Surroundings(
                Path.of(System.getProperty("heed.home", ".")).toAbsolutePath().normalize(),
                environment,
                terminal,
                InstantSource.system(),
                System.in);
    }

    /** Whether people want colours; see no-color.org. */
    boolean coloured() {
        return environment.getOrDefault("NO_COLOR", "").isEmpty();
    }
}
