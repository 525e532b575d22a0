package io.heed.jobs.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs every command of docs/features.md, one after the other, over a copy of the telco's workspace. */
class FeatureGuideCommandsTest {
    private static final Pattern DRAFT = Pattern.compile("```yaml\\n(features:\\n  calls_2d:.*?)```", Pattern.DOTALL);

    @TempDir
    private Path home;

    @Test
    void everyCommandSucceeds() throws IOException {
        GuideCommands.copyWorkspace(home);
        GuideCommands.copy(home, "replay-data/recordings/telco");
        String guide = Files.readString(GuideCommands.ROOT.resolve("docs/features.md"));
        Matcher draft = DRAFT.matcher(guide);
        assertThat(draft.find()).isTrue();
        Path calls = home.resolve("calls.yaml");
        Files.writeString(calls, draft.group(1));

        List<String> commands = GuideCommands.of(guide);
        assertThat(commands)
                .hasSizeGreaterThan(8)
                .allSatisfy(each -> assertThat(each).startsWith("features "));
        commands.forEach(command -> GuideCommands.succeeds(home, command.replace("calls.yaml", calls.toString())));
    }
}
