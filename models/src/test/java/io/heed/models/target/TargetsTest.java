package io.heed.models.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heed.events.catalogue.DefinitionFile;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.catalogue.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TargetsTest {
    private static final long HOUR_MILLIS = Duration.ofHours(1).toMillis();
    private static final long FROM_MILLIS =
            Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();
    private static final long UNTIL_MILLIS =
            Instant.parse("2026-03-01T00:00:00Z").toEpochMilli();

    @Test
    void aTargetIsReadWhole() {
        Target target = load("""
                targets:
                  repeat-contact:
                    description: Will the customer get in touch again within 24 hours?
                    decision: contact.ended
                    labels: [contact.started]
                    horizon: 24h
                    conversation: conversation
                    intake-complete: {from: 2026-01-01T00:00:00Z, until: 2026-03-01T00:00:00Z}
                    features: [contacts_7d, bill_ratio]
                """).require("repeat-contact");
        assertThat(target)
                .isEqualTo(new Target(
                        "repeat-contact",
                        "Will the customer get in touch again within 24 hours?",
                        "contact.ended",
                        List.of("contact.started"),
                        24 * HOUR_MILLIS,
                        "conversation",
                        FROM_MILLIS,
                        UNTIL_MILLIS,
                        List.of("contacts_7d", "bill_ratio")));
    }

    @Test
    void aLabelCountsAfterTheDecisionAndUpToTheHorizon() {
        Target target = dayAhead();
        assertThat(target.isWithinHorizon(0, 0)).isFalse();
        assertThat(target.isWithinHorizon(0, 1)).isTrue();
        assertThat(target.isWithinHorizon(0, 24 * HOUR_MILLIS)).isTrue();
        assertThat(target.isWithinHorizon(0, 24 * HOUR_MILLIS + 1)).isFalse();
    }

    @Test
    void aLabelIsKnowableWhereIntakeIsCompleteUntilItMatures() {
        Target target = dayAhead();
        assertThat(target.isKnowable(FROM_MILLIS - 1)).isFalse();
        assertThat(target.isKnowable(FROM_MILLIS)).isTrue();
        assertThat(target.isKnowable(UNTIL_MILLIS - 24 * HOUR_MILLIS - 1)).isTrue();
        assertThat(target.isKnowable(UNTIL_MILLIS - 24 * HOUR_MILLIS)).isFalse();
    }

    @Test
    void everyProblemIsToldWithItsPlace() {
        assertThatThrownBy(() -> load("""
                targets:
                  Repeat:
                    decision: contact.endet
                    labels: [contact.started, contact.started]
                    horizon: a day
                    conversation: call
                    features: []
                    window: 3d
                """))
                .hasMessageContaining("models/targets/t.yaml:2:3: name is not kebab-case: Repeat")
                .hasMessageContaining("t.yaml:3:15: event type is not declared: contact.endet (legal: contact.ended)")
                .hasMessageContaining("t.yaml:4:13: labels names one twice: contact.started")
                .hasMessageContaining("t.yaml:4:13: conversation is not a field of contact.started: call")
                .hasMessageContaining("t.yaml:5:14: horizon is not a duration: a day")
                .hasMessageContaining("t.yaml:7:15: features is empty")
                .hasMessageContaining("t.yaml:8:5: unknown key: window");
    }

    @Test
    void aFeatureThatNobodyDeclaredIsToldWithItsPlace() {
        Workspace workspace = workspace("""
                targets:
                  repeat-contact:
                    decision: contact.ended
                    labels: [contact.started]
                    horizon: 24h
                    features: [contacts_7d, bill_ratio]
                """);
        assertThatThrownBy(() -> Targets.load(workspace, EventCatalogue.load(workspace), Set.of("contacts_7d")))
                .hasMessageContaining("models/targets/t.yaml:6:29: feature is not declared: bill_ratio");
    }

    @Test
    void slicesAreExpressionsOverTheDecisionAndFeaturesAndTheirMistakesAreTold() {
        Workspace workspace = workspace("""
                targets:
                  repeat-contact:
                    decision: contact.ended
                    labels: [contact.started]
                    horizon: 24h
                    features: [contacts_7d]
                    slices:
                      channel: event.channel
                      label: event.channel
                      Often: "features.contacts_7d > 3.0"
                      wrong: event.chanel
                """);
        assertThatThrownBy(() -> Targets.load(workspace, EventCatalogue.load(workspace), Set.of("contacts_7d")))
                .hasMessageContaining("t.yaml:9:14: slice has the name of another column of a training set: label")
                .hasMessageContaining("t.yaml:10:14: slice is not snake_case: Often (legal: channel)")
                .hasMessageContaining("t.yaml:11:")
                .hasMessageContaining("chanel");
    }

    @Test
    void theShippedTargetsFitTheShippedEvents() {
        Workspace workspace = Workspace.local(Path.of(".."));
        Targets targets = Targets.load(workspace, EventCatalogue.load(workspace));
        assertThat(targets.require("repeat-contact").horizonMillis()).isEqualTo(24 * HOUR_MILLIS);
    }

    @Test
    void aTargetThatNobodyDeclaredNamesThoseThatAre() {
        assertThatThrownBy(() -> load("targets: {}").require("churn"))
                .hasMessageContaining("target is not declared: churn (declared: [])");
    }

    private static Target dayAhead() {
        return new Target(
                "repeat-contact",
                "",
                "contact.ended",
                List.of("contact.started"),
                24 * HOUR_MILLIS,
                null,
                FROM_MILLIS,
                UNTIL_MILLIS,
                List.of("contacts_7d"));
    }

    private static Targets load(String yaml) {
        Workspace workspace = workspace(yaml);
        return Targets.load(workspace, EventCatalogue.load(workspace));
    }

    private static Workspace workspace(String yaml) {
        return folder -> folder.equals("models/targets")
                ? List.of(new DefinitionFile("models/targets/t.yaml", yaml))
                : List.of();
    }
}
