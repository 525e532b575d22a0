package io.heed.models.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DeploymentTest {
    private static final Aliases ALIASES =
            new Aliases(3, new Aliases.Share(4, 0.1), List.of(new Aliases.Share(5, 1), new Aliases.Share(6, 0.25)));

    @Test
    void aDeploymentIsReadAsItIsWritten() {
        Deployment deployment = new Deployment(
                "repeat-contact",
                "repeat-contact",
                ALIASES,
                new TreeMap<>(Map.of(3, "c3", 4, "44", 5, "c5", 6, "0e6")),
                new TreeSet<>(List.of("calls_7d", "bill_ratio")));
        assertThat(Deployment.read("repeat-contact", "change 7", deployment.yaml()))
                .isEqualTo(deployment);
    }

    @Test
    void everyVersionNeedsTheHashOfItsContent() {
        assertThatThrownBy(() -> Deployment.read(
                        "repeat-contact",
                        "change 7",
                        "{target: repeat-contact, champion: 3, hashes: {4: c4}, features: [x]}"))
                .hasMessageContaining("change 7:1:")
                .hasMessageContaining("a hash is missing for version 3 of repeat-contact");
        assertThatThrownBy(() -> Deployment.read(
                        "repeat-contact",
                        "change 7",
                        "{target: repeat-contact, champion: 3, hashes: {3: c3, 4: c4}, features: [x]}"))
                .hasMessageContaining("a hash is given for a version that does not serve");
    }

    @Test
    void unknownAndMissingKeysAreToldTogether() {
        assertThatThrownBy(() -> Deployment.read("repeat-contact", "change 7", "{champoin: 3}"))
                .hasMessageContaining("key is missing: target (legal: target: repeat-contact)")
                .hasMessageContaining("key is missing: hashes")
                .hasMessageContaining("unknown key: champoin");
    }

    @Test
    void aDeploymentOfTextIsReadAsItIsWrittenAndNeedsNeitherTargetNorFeatures() {
        Deployment text = Deployment.read("emotional-state", "change 7", "{kind: text, champion: 3, hashes: {3: c3}}");

        assertThat(text.isOfText()).isTrue();
        assertThat(Deployment.read("emotional-state", "change 8", text.yaml())).isEqualTo(text);
        assertThatThrownBy(() -> Deployment.read(
                        "emotional-state", "change 7", "{kind: text, target: a, champion: 3, hashes: {3: c3}}"))
                .hasMessageContaining("unknown key: target");
    }

    @Test
    void aModelOfTextHasNeitherChallengerNorShadow() {
        for (String beside : List.of("challenger: {version: 4, share: 0.1}", "shadows: [{version: 4, share: 1}]")) {
            assertThatThrownBy(() -> Deployment.read(
                            "emotional-state",
                            "change 7",
                            "{kind: text, champion: 3, " + beside + ", hashes: {3: c3, 4: c4}}"))
                    .hasMessageContaining("a model of text has a champion alone")
                    .hasMessageContaining("legal: ./heed models promote emotional-state VERSION");
        }
    }
}
