package io.heed.jobs.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the commands that docs/language.md and docs/command-line.md show for messages, over the messages shown there. */
class LanguageGuideCommandsTest {
    private static final Pattern MESSAGES = Pattern.compile("```json\\n(\\{\"id\": \"m1\".*?)```", Pattern.DOTALL);
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void everyCommandSucceedsAndGivesALineForEachMessage() throws IOException {
        String guide = Files.readString(GuideCommands.ROOT.resolve("docs/language.md"));
        Matcher messages = MESSAGES.matcher(guide);
        assertThat(messages.find()).isTrue();
        Files.writeString(folder.resolve("messages.jsonl"), messages.group(1));
        Files.writeString(folder.resolve("messages.txt"), "where is my parcel\n\nthank you so much\n");

        List<String> commands = GuideCommands.of(guide);
        assertThat(commands).hasSize(2).allMatch(command -> command.startsWith("language "));
        commands.forEach(this::succeeds);

        List<String> lines = Files.readAllLines(folder.resolve("understood.jsonl"));
        assertThat(lines).hasSize(3);
        JsonNode first = JSON.readTree(lines.get(0));
        assertThat(first.path("state").asText()).isIn("frustrated", "angry");
        for (Matcher field = Pattern.compile("(?m)^\\| `(\\w+)` \\|").matcher(outputTable(guide)); field.find(); ) {
            assertThat(first.has(field.group(1))).as(field.group(1)).isTrue();
        }
    }

    @Test
    void theCommandOfTheCommandLinesPageSucceeds() throws IOException {
        Files.writeString(folder.resolve("messages.jsonl"), "{\"text\": \"where is my parcel\"}\n");
        List<String> commands =
                GuideCommands.of(Files.readString(GuideCommands.ROOT.resolve("docs/command-line.md"))).stream()
                        .filter(command -> command.startsWith("language messages.jsonl"))
                        .toList();

        assertThat(commands).hasSize(1);
        succeeds(commands.get(0));
    }

    private static String outputTable(String guide) {
        int start = guide.indexOf("| field | holds |");
        return guide.substring(start, guide.indexOf("\n\n", start));
    }

    private void succeeds(String command) {
        String inFolder =
                command.replace("messages.", folder + "/messages.").replace("understood.", folder + "/understood.");
        GuideCommands.succeeds(GuideCommands.ROOT, inFolder);
    }
}
