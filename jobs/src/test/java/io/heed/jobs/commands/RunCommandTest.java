package io.heed.jobs.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {
    private static final int CUSTOMERS = 10;

    @TempDir
    private Path home;

    @Test
    void aFiniteInputIsHandledAndItsOutputsAreCommitted() throws IOException {
        Path recording = new SmallWorkspace(home).recording(CUSTOMERS);
        Path out = home.resolve("out");
        Path config = home.resolve("heed.yaml");
        Files.writeString(
                config,
                "workspace: " + home + "\ninput: {files: [" + recording + "]}\noutput: {directory: " + out + "}\n");

        CommandRun run = CommandRun.of(home, "run", "--config", config.toString(), "--parallelism", "2");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).contains("heed is running", "the input has ended: 35 records");
        assertThat(committedLines(out.resolve("triggers")).stream()
                        .filter(line -> line.contains("\"step\":\"raised\"")))
                .hasSize(CUSTOMERS);
        assertThat(committedLines(out.resolve("dead-letters"))).hasSize(1);
        assertThat(committedLines(out.resolve("unattributed"))).hasSize(1);
    }

    @Test
    void allThatIsWrongWithTheConfigurationIsSaidAtOnce() throws IOException {
        Path config = home.resolve("heed.yaml");
        Files.writeString(config, "input: {file: [events.jsonl]}\noutpt: {}\n");

        CommandRun run = CommandRun.of(home, "run", "--config", config.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("heed.yaml:1:9: ", "heed.yaml:2:1: ");
    }

    /** Lines of finished files; those still open have a name that begins with a dot. */
    private static List<String> committedLines(Path folder) throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.getFileName().toString().startsWith(".")) {
                    lines.addAll(Files.readAllLines(file));
                }
            }
        }
        return lines;
    }
}
