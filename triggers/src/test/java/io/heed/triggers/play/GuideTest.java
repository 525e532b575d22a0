package io.heed.triggers.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.events.catalogue.DefinitionFile;
import io.heed.triggers.TelcoWorkspace;
import io.heed.triggers.TestSignals;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GuideTest {
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleOfTheGuideLoads(String yaml) {
        PlayDefinitions loaded = load(yaml);

        assertThat(loaded.plays().size() + (yaml.startsWith("policy:") ? 1 : 0)).isEqualTo(1);
    }

    @Test
    void theGuidesPolicyIsTheOneWithoutAnyButForTheSalts() throws IOException {
        String yaml = examples()
                .filter(example -> example.startsWith("policy:"))
                .findFirst()
                .orElseThrow();
        Policy careful = Policy.careful();

        assertThat(load(yaml).policy())
                .usingRecursiveComparison()
                .ignoringFields("controlSalt", "triggerSalt", "timeZone")
                .isEqualTo(careful);
    }

    @Test
    void theGuideNamesEveryReason() throws IOException {
        String guide = guide();
        for (String held : List.of(
                "condition",
                "incomplete",
                "expiry",
                "live-from",
                "shadow",
                "profiling",
                "stop-reason",
                "cool-down",
                "consent",
                "channel",
                "contact-cap",
                "offer-cap",
                "quiet-hours",
                "outranked",
                "control-group")) {
            assertThat(guide).contains("| `" + held + "` |");
        }
    }

    static Stream<String> examples() throws IOException {
        return EXAMPLE.matcher(guide()).results().map(result -> result.group(1));
    }

    private static String guide() throws IOException {
        return Files.readString(TelcoWorkspace.ROOT.resolve("docs/plays.md"));
    }

    private static PlayDefinitions load(String yaml) {
        TestSignals signals = new TestSignals()
                .pattern("bill-spike", Map.of("bill", StageShape.one("bill.issued")))
                .pattern(
                        "unresolved-chat-then-call",
                        Map.of("chat", StageShape.one("chat.closed"), "call", StageShape.one("call.started")));
        return PlayDefinitions.load(
                folder -> List.of(new DefinitionFile("guide.yaml", yaml)),
                TelcoWorkspace.EVENTS,
                List.of("bill_ratio", "plan_changes_35d"),
                signals);
    }
}
