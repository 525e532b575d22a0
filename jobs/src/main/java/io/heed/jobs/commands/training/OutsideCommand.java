package io.heed.jobs.commands.training;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A command of the machine that Heed runs on. */
final class OutsideCommand {
    private OutsideCommand() {}

    /**
     * What a command said.
     *
     * @param lines both its streams, line by line
     */
    record Outcome(int exitCode, List<String> lines) {
        boolean succeeded() {
            return exitCode == 0;
        }

        /** The last few lines, where the reason of a failure stands. */
        String ending(int most) {
            return String.join("\n", lines.subList(Math.max(0, lines.size() - most), lines.size()));
        }
    }

    /**
     * Runs a command to its end.
     *
     * @param news gets every line as it comes
     * @throws IOException if there is no such command
     */
    static Outcome run(Path folder, List<String> command, Consumer<String> news) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("PYTHONUNBUFFERED", "1");
        builder.environment().put("PYTHONUTF8", "1");
        Process process = builder.start();
        List<String> lines = new ArrayList<>();
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            output.lines().forEach(line -> {
                lines.add(line);
                news.accept(line);
            });
            return new Outcome(process.waitFor(), lines);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("stopped while it ran: " + command.get(0), stopped));
        } finally {
            process.destroy();
        }
    }
}
