package io.heed.jobs.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The commands that a guide shows, and a copy of the telco's workspace to run them in. */
final class GuideCommands {
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern COMMAND = Pattern.compile("(?m)^ {4}\\./heed ([^\\n]*?)(?: {3,}.*)?$");

    private GuideCommands() {}

    /** The commands of a guide in order, without {@code ./heed}. */
    static List<String> of(String guide) {
        List<String> commands = new ArrayList<>();
        Matcher command = COMMAND.matcher(guide);
        while (command.find()) {
            commands.add(command.group(1).strip());
        }
        return commands;
    }

    static void succeeds(Path home, String command) {
        CommandRun run = CommandRun.of(home, command.split(" "));
        assertThat(run.exitCode()).as(command + "\n" + run.out() + run.err()).isZero();
    }

    static void copyWorkspace(Path home) throws IOException {
        copy(
                home,
                "events/definitions",
                "features/definitions",
                "patterns/definitions",
                "triggers/definitions",
                "models/targets",
                "models/repository",
                "language/definitions");
    }

    static void copy(Path home, String... folders) throws IOException {
        for (String folder : folders) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path copy = home.resolve(ROOT.relativize(file));
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        }
    }
}
