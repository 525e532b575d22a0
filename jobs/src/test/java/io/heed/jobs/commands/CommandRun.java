package io.heed.jobs.commands;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import picocli.CommandLine;

/** One call of the command line, beside a terminal. */
record CommandRun(int exitCode, String out, String err) {
    static CommandRun of(Path home, String... arguments) {
        return of(home, Map.of(), arguments);
    }

    static CommandRun of(Path home, Map<String, String> environment, String... arguments) {
        return of(home, environment, InputStream.nullInputStream(), arguments);
    }

    static CommandRun withInput(Path home, String input, String... arguments) {
        return of(home, Map.of(), new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), arguments);
    }

    private static CommandRun of(Path home, Map<String, String> environment, InputStream input, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine heed = Heed.commandLine(new Surroundings(home, environment, false, InstantSource.system(), input));
        heed.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int exitCode = heed.execute(arguments);
        return new CommandRun(exitCode, out.toString(), err.toString());
    }
}
