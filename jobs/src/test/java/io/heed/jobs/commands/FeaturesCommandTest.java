package io.heed.jobs.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.heed.jobs.change.ChangeFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command line says of features and does to them. */
class FeaturesCommandTest {
    private static final String AT = "2026-03-01T08:30:00Z";
    private static final String CHATS_2H = """
            features:
              chats_2h: {description: d, unit: chats, events: [chat.closed], aggregate: count, window: 2h}
            """;

    @TempDir
    private Path home;

    private SmallWorkspace workspace;

    @BeforeEach
    void writeWorkspace() throws IOException {
        workspace = new SmallWorkspace(home);
    }

    @Test
    void theListSaysWhatEachFeatureIsAndWhoReadsIt() {
        CommandRun run = CommandRun.of(home, "features", "list");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .containsPattern(
                        "chats_24h +chats +count, 24h +chat.closed +[0-9a-f]{8} +pattern unresolved-chat-then-call")
                .containsPattern("\n +target repeat-contact\n")
                .contains("1 feature\n");
    }

    @Test
    void theListAsJsonHoldsTheWholeHash() throws IOException {
        CommandRun run = CommandRun.of(home, "features", "list", "--json");

        JsonNode feature = new ObjectMapper().readTree(run.out());
        assertThat(feature.path("name").asText()).isEqualTo("chats_24h");
        assertThat(feature.path("hash").asText()).hasSize(32);
        assertThat(feature.path("readBy")).hasSize(2);
    }

    @Test
    void everyProblemOfADraftIsShownWithItsPlace() throws IOException {
        String draft = write(CHATS_2H.replace("chat.closed", "chat.shut").replace("2h}", "2d, wher: x}"));

        CommandRun run = CommandRun.of(home, "features", "validate", draft);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains("2 problems:", "draft.yaml:2:", "event type is not declared: chat.shut", "unknown key: wher");
        assertThat(CommandRun.of(home, "features", "validate").exitCode()).isZero();
    }

    @Test
    void aNewFeatureIsWrittenIntoTheLogAndShownInTheStatus() throws IOException {
        CommandRun applied = CommandRun.of(home, "features", "apply", write(CHATS_2H), "--at", AT);
        CommandRun status = CommandRun.of(home, "features", "status");

        assertThat(applied.exitCode()).as(applied.out()).isZero();
        assertThat(applied.out()).contains("change 1: apply chats_2h, version 1, from 2026-03-01T08:30:00Z");
        assertThat(status.out())
                .containsPattern("chats_24h +chats +- +- +always")
                .containsPattern("chats_2h +chats +1 +2026-03-01T08:30:00Z +always")
                .contains("  1  apply chats_2h@1 from 2026-03-01T08:30:00Z  accepted");
    }

    @Test
    void featuresThatReadEachOtherAreAppliedInTheRightOrder() throws IOException {
        String file = write("features: {a_first: {description: d, unit: r, expression: features.chats_2h * 2.0},"
                + " chats_2h: {description: d, unit: chats, events: [chat.closed], aggregate: count, window: 30d}}");

        CommandRun run = CommandRun.of(home, "features", "apply", file, "--at", AT);
        CommandRun status = CommandRun.of(home, "features", "status");

        assertThat(run.out()).contains("change 1: apply chats_2h", "change 2: apply a_first");
        assertThat(status.out()).containsPattern("a_first +r +1 +" + AT + " +from 2026-04-01T08:30:00Z");
    }

    @Test
    void aFeatureThatIsReadIsRefusedWithItsReadersAndAnotherName() throws IOException {
        String file = write(CHATS_2H.replace("chats_2h", "chats_24h"));

        CommandRun run = CommandRun.of(home, "features", "apply", file);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains(
                        "is read by pattern unresolved-chat-then-call, target repeat-contact",
                        "apply it under a new name, such as chats_24h_2",
                        "Nothing was written.");
        assertThat(CommandRun.of(home, "features", "remove", "chats_24h").exitCode())
                .isEqualTo(1);
        assertThat(log()).isZero();
    }

    @Test
    void aFeatureIsRemovedOnceNobodyReadsIt() throws IOException {
        CommandRun.of(home, "features", "apply", write(CHATS_2H), "--at", AT);

        CommandRun run = CommandRun.of(home, "features", "remove", "chats_2h", "--at", "2026-03-02T00:00:00Z");

        assertThat(run.exitCode()).as(run.out()).isZero();
        assertThat(CommandRun.of(home, "features", "status").out()).doesNotContain("chats_2h ");
    }

    @Test
    void applyingTheSameAgainChangesNothing() throws IOException {
        CommandRun.of(home, "features", "apply", write(CHATS_2H), "--at", AT);

        CommandRun run = CommandRun.of(home, "features", "apply", write(CHATS_2H));

        assertThat(run.out()).contains("chats_2h: nothing changes, it is in force just so");
        assertThat(log()).isEqualTo(1);
    }

    @Test
    void anExplanationNamesTheEventsBehindAValue() throws IOException {
        String recording = workspace.recording(3).toString();

        CommandRun run = CommandRun.of(
                home, "features", "explain", "C001", "--at", "2026-03-01T09:00:01Z", "--events", recording);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains(
                        "C001 at 2026-03-01T09:00:01Z",
                        "At hand: call.started call-1",
                        "chats_24h = 1 chats",
                        "count, 24h; events from 2026-02-28T09:00:01Z; exact",
                        "complete")
                .containsPattern("chat-1 +chat.closed +2026-03-01T08:00:01Z");
    }

    @Test
    void anExplanationLooksBeyondTheLastEventOfASilentCustomer() throws IOException {
        String recording = workspace.recording(3).toString();

        CommandRun run = CommandRun.of(
                home, "features", "explain", "C001", "--at", "2026-04-01T00:00:00Z", "--events", recording, "--json");

        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode explanation = new ObjectMapper().readTree(run.out());
        assertThat(explanation.path("features").get(0).path("value").asDouble()).isZero();
        assertThat(explanation.has("event")).isFalse();
    }

    @Test
    void aFeatureOfTheLogIsExplainedWithTheTimeFromWhichOnItCounts() throws IOException {
        String recording = workspace.recording(3).toString();
        CommandRun.of(home, "features", "apply", write(CHATS_2H.replace("2h}", "48h}")), "--at", AT);

        CommandRun run = CommandRun.of(
                home,
                "features",
                "explain",
                "C001",
                "--at",
                "2026-03-01T09:00:01Z",
                "--feature",
                "chats_2h",
                "--changes",
                home.resolve("changes").toString(),
                "--events",
                recording);

        assertThat(run.out())
                .contains("chats_2h = 1 chats", "counts events from " + AT + ", complete from 2026-03-03T09:30:00Z");
    }

    @Test
    void whatIsNotKnownIsSaidWithTheNearest() throws IOException {
        String recording = workspace.recording(3).toString();
        String at = "2026-03-01T09:00:01Z";

        assertThat(CommandRun.of(home, "features", "explain", "C9", "--at", at, "--events", recording)
                        .out())
                .contains("No event of this customer was read: C9");
        assertThat(CommandRun.of(
                                home,
                                "features",
                                "explain",
                                "C001",
                                "--at",
                                at,
                                "--feature",
                                "chat_24h",
                                "--events",
                                recording)
                        .err())
                .contains("feature is not declared: chat_24h (nearest: chats_24h)");
    }

    private String write(String yaml) throws IOException {
        Path file = home.resolve("draft.yaml");
        Files.writeString(file, yaml);
        return file.toString();
    }

    private int log() throws IOException {
        return new ChangeFolder(home.resolve("changes")).after(0).size();
    }
}
