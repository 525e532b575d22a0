package io.heed.models.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelRepositoryTest {
    @TempDir
    Path root;

    private ModelRepository repository;

    @BeforeEach
    void threeVersions() throws IOException {
        for (String version : List.of("1", "2", "10", "drafts")) {
            Files.createDirectories(root.resolve("repeat-contact").resolve(version));
        }
        Files.createDirectories(root.resolve("bill-contact/1"));
        repository = new ModelRepository(root);
    }

    @Test
    void versionsAreNumbersInOrder() {
        assertThat(repository.names()).containsExactly("bill-contact", "repeat-contact");
        assertThat(repository.versions("repeat-contact")).containsExactly(1, 2, 10);
        assertThat(repository.versions("churn")).isEmpty();
    }

    @Test
    void onlyModelsWithAliasesServe() throws IOException {
        aliases("champion: 1");
        assertThat(repository.serving()).containsExactly("repeat-contact");
        assertThat(new ModelRepository(root.resolve("nowhere")).serving()).isEmpty();
    }

    @Test
    void aliasesNameChampionChallengerAndShadows() throws IOException {
        aliases("""
                champion: 10
                challenger: {version: 2, share: 0.25}
                shadows: [{version: 1, share: 1}]
                """);
        assertThat(repository.aliases("repeat-contact"))
                .isEqualTo(new Aliases(10, new Aliases.Share(2, 0.25), List.of(new Aliases.Share(1, 1))));
    }

    @Test
    void everyProblemOfTheAliasesIsTold() throws IOException {
        aliases("""
                champion: 1
                challenger: {version: 1, share: 1.5}
                shadows: [2]
                canary: 3
                """);
        assertThatThrownBy(() -> repository.aliases("repeat-contact"))
                .hasMessageContaining("aliases.yaml:2:33: share is not above 0 and at most 1: 1.5 (legal: 0.1)")
                .hasMessageContaining("aliases.yaml:3:11: shadows is not a version and its share")
                .hasMessageContaining("aliases.yaml:4:1: unknown key: canary");
    }

    @Test
    void aVersionServesOnceAndAChallengerNeedsAChampion() throws IOException {
        aliases("{champion: 1, challenger: {version: 1, share: 0.5}}");
        assertThatThrownBy(() -> repository.aliases("repeat-contact")).hasMessageContaining("version serves twice: 1");
        aliases("challenger: {version: 1, share: 0.5}");
        assertThatThrownBy(() -> repository.aliases("repeat-contact"))
                .hasMessageContaining("a challenger needs a champion: 1 (legal: champion: 1)");
        aliases("shadows: []");
        assertThatThrownBy(() -> repository.aliases("repeat-contact"))
                .hasMessageContaining("no version serves (legal: champion: 1)");
    }

    @Test
    void aModelThatOnlyRunsAsAShadowHasNoChampion() throws IOException {
        aliases("shadows: [{version: 2, share: 1}]");
        assertThat(repository.aliases("repeat-contact").versions()).containsExactly(2);
        assertThatThrownBy(() -> repository.champion("repeat-contact"))
                .hasMessageContaining("aliases.yaml: the model has no champion (legal: champion: 1)");
    }

    @Test
    void aVersionThatDoesNotExistCannotServe() throws IOException {
        aliases("champion: 3");
        assertThatThrownBy(() -> repository.aliases("repeat-contact"))
                .hasMessageContaining("version does not exist: 3 (there are: [1, 2, 10])");
    }

    @Test
    void missingAliasesAreTold() {
        assertThatThrownBy(() -> repository.aliases("bill-contact"))
                .hasMessageContaining("aliases.yaml: the file is missing (legal: champion: 1)");
    }

    private void aliases(String yaml) throws IOException {
        Files.writeString(root.resolve("repeat-contact/aliases.yaml"), yaml);
    }
}
