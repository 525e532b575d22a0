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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs every command of docs/features.md, one after the other, over a copy of the telco's workspace. */
class FeatureGuideCommandsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern COMMAND = Pattern.compile("(?m)^ {4}\\./heed ([^\\n]*?)(?: {3,}.*)?$");
    private static final Pattern DRAFT = Pattern.compile("```yaml\\n(features:\\n  calls_2d:.*?)```", Pattern.DOTALL);

    @TempDir
    private Path home;

    @Test
    void everyCommandSucceeds() throws IOException {
        copyWorkspace();
        String guide = Files.readString(ROOT.resolve("docs/features.md"));
        Matcher draft = DRAFT.matcher(guide);
        assertThat(draft.find()).isTrue();
        Path calls = home.resolve("calls.yaml");
        Files.writeString(calls, draft.group(1));

        for (String command : commands(guide)) {
            CommandRun run = CommandRun.of(
                    home, command.replace("calls.yaml", calls.toString()).split(" "));

            assertThat(run.exitCode())
                    .as(command + "\n" + run.out() + run.err())
                    .isZero();
        }
    }

    private static List<String> commands(String guide) {
        List<String> commands = new ArrayList<>();
        Matcher command = COMMAND.matcher(guide);
        while (command.find()) {
            commands.add(command.group(1).strip());
        }
        assertThat(commands)
                .hasSizeGreaterThan(8)
                .allSatisfy(each -> assertThat(each).startsWith("features "));
        return commands;
    }

    private void copyWorkspace() throws IOException {
        for (String folder : List.of(
                "events/definitions",
                "features/definitions",
                "patterns/definitions",
                "triggers/definitions",
                "models/targets",
                "models/repository",
                "language/definitions",
                "replay-data/recordings/telco")) {
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
