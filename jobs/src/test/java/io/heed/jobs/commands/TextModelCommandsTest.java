package io.heed.jobs.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.jobs.change.ChangeFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exchanging versions of the model that reads messages from the command line. */
class TextModelCommandsTest {
    @TempDir
    private Path home;

    @BeforeEach
    void writeWorkspace() throws IOException {
        SmallWorkspace unused = new SmallWorkspace(home);
        ShippedTextModel.copyTo(home, 2);
    }

    @Test
    void aVersionIsPromotedAndRolledBack() throws IOException {
        assertThat(run("models", "status").out()).containsPattern("emotional-state +1 +champion +- +\\w+ +-");

        CommandRun promoted = run("models", "promote", "emotional-state", "2", "--at", "2026-03-01T08:00:00Z");

        assertThat(promoted.exitCode()).as(promoted.err() + promoted.out()).isZero();
        assertThat(promoted.out())
                .contains(
                        "change 1: apply emotional-state, version 1, from 2026-03-01T08:00:00Z",
                        "  emotional-state 2: champion");
        assertThat(run("models", "status").out())
                .containsPattern("emotional-state +2 +champion +- +\\w+ +2026-03-01T08:00:00Z");
        assertThat(run("models", "rollback", "emotional-state", "--at", "2026-03-01T09:00:00Z")
                        .out())
                .contains("  emotional-state 1: champion");
        assertThat(log()).isEqualTo(2);
    }

    @Test
    void deployingAsChampionIsPromoting() {
        assertThat(run("models", "deploy", "emotional-state", "2", "--as", "champion")
                        .out())
                .contains("  emotional-state 2: champion");
    }

    @Test
    void neitherShadowNorChallengerCanRead() throws IOException {
        for (List<String> part : List.of(List.<String>of(), List.of("--as", "challenger"))) {
            List<String> command = new ArrayList<>(List.of("models", "deploy", "emotional-state", "2"));
            command.addAll(part);
            CommandRun refused = run(command.toArray(String[]::new));

            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.err())
                    .contains(
                            "a model of text has a champion alone, since every message is read once: emotional-state",
                            "legal: ./heed models promote emotional-state VERSION");
        }
        assertThat(run("models", "withdraw", "emotional-state", "1").err())
                .contains("version is neither challenger nor shadow: 1");
        assertThat(log()).isZero();
    }

    @Test
    void whatPromotingNeedsIsSaid() {
        assertThat(run("models", "promote", "emotional-state").err())
                .contains("which version shall read messages is not said");
        assertThat(run("models", "promote", "emotional-state", "1").err())
                .contains("version reads messages already: 1");
        assertThat(run("models", "promote", "emotional-state", "7").err()).contains("version does not exist");
    }

    @Test
    void aVersionThatDoesNotReadItsExamplesAsItDidIsRefused() throws IOException {
        Path version = home.resolve("models/repository/emotional-state/2");
        Path examples = version.resolve("examples.jsonl");
        Files.writeString(
                examples, Files.readString(examples).replaceAll("\"distress\": [0-9.]+", "\"distress\": 0.5"));
        io.heed.models.repository.ModelDirectory.seal(version);

        CommandRun refused = run("models", "promote", "emotional-state", "2");

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.out()).contains("emotional-state is refused:", "examples.jsonl:1:1: the score is off by");
        assertThat(run("models", "validate", "emotional-state").out())
                .contains("loads  ", "refused  ", "the score is off by");
        assertThat(log()).isZero();
    }

    @Test
    void modelsOfTextAreListedAndLoaded() {
        assertThat(run("models", "list").out())
                .containsPattern("emotional-state +1 +champion +- +- ")
                .containsPattern("emotional-state +2 +- +- +- ");
        assertThat(run("models", "validate").out()).contains("2 versions, nothing is wrong.");
    }

    private CommandRun run(String... command) {
        return CommandRun.of(home, command);
    }

    private int log() throws IOException {
        return new ChangeFolder(home.resolve("changes")).after(0).size();
    }
}
