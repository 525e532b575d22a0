package io.heed.jobs.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.events.catalogue.DefinitionFile;
import io.heed.events.catalogue.Workspace;
import io.heed.events.change.Change;
import io.heed.events.change.ChangeAction;
import io.heed.events.change.DefinitionKind;
import io.heed.jobs.change.ChangeVerdict.Outcome;
import io.heed.jobs.workspace.Definitions;
import io.heed.models.repository.Aliases;
import io.heed.models.repository.Deployment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Which changes of features are let through, and from when on others may read them. */
class FeatureTimelineTest {
    private static final String NOON = "2026-03-01T12:00:00Z";
    private static final String ONE = "2026-03-01T13:00:00Z";
    private static final String TWO = "2026-03-01T14:00:00Z";
    private static final String EVENTS = """
            event-types:
              call.started:
                description: A customer calls.
                fields: {conversation: {type: text}, minutes: {type: number}}
            contacts:
              service: {opens: [call.started], closes: [call.started], conversation: conversation, merge-gap: 30m}
            """;
    private static final String FEATURES = """
            features:
              calls_7d: {description: d, unit: calls, events: [call.started], aggregate: count, window: 7d}
              calls_30d: {description: d, unit: calls, events: [call.started], aggregate: count, window: 30d}
              calls_90d: {description: d, unit: calls, events: [call.started], aggregate: count, window: 90d}
              minutes_7d:
                {description: d, unit: min, events: [call.started], aggregate: sum, value: event.minutes, window: 7d}
              calls_share: {description: d, unit: ratio, expression: features.calls_7d / features.calls_90d}
              calls_1d: {description: d, unit: calls, events: [call.started], aggregate: count, window: 1d}
              free: {description: d, unit: calls, events: [call.started], aggregate: count, window: 2d}
            """;
    private static final String PATTERN = """
            patterns:
              %s:
                version: 1
                description: A call of somebody who calls a lot.
                stages: [{call: {event: call.started, where: "features.%s > 2.0"}}]
            """;
    private static final String PLAY = """
            plays:
              brief-agent:
                version: 1
                description: Tells the care agent.
                cause: calls
                signal: {pattern: many-calls}
                when: features.calls_30d > 1.0
                action: brief-agent
                channels: [agent-desktop]
                reaches-customer: false
                purpose: service
                autonomy: inform
                value: {customer: 45, business: 20}
                probability: 0.7
                cool-down: 1h
                expires: 4h
                reasons: [{code: calls, sentence: "Calls a lot."}]
            """;
    private static final String TARGET = """
            targets:
              repeat:
                description: Another contact?
                decision: contact.ended
                labels: [contact.started]
                horizon: 24h
                features: [calls_1d]
            """;

    private final Map<String, String> files = new TreeMap<>(Map.of(
            "events/definitions", EVENTS,
            "features/definitions", FEATURES,
            "patterns/definitions", PATTERN.formatted("many-calls", "calls_90d"),
            "triggers/definitions", PLAY,
            "models/targets", TARGET));
    private final DefinitionTimeline timeline = timeline();
    private final ChangeReview review = new ChangeReview(timeline, (deployment, features) -> {});
    private long number;

    @Test
    void everyReaderOfAFeatureIsNamed() {
        assertThat(timeline.readersOfFeature("calls_90d", Long.MIN_VALUE))
                .containsExactly("feature calls_share", "pattern many-calls");
        assertThat(timeline.readersOfFeature("calls_30d", Long.MIN_VALUE)).containsExactly("play brief-agent");
        assertThat(timeline.readersOfFeature("calls_1d", Long.MIN_VALUE)).containsExactly("target repeat");
        assertThat(timeline.readersOfFeature("minutes_7d", Long.MIN_VALUE)).containsExactly("model shipped");
        assertThat(timeline.readersOfFeature("free", Long.MIN_VALUE)).isEmpty();
    }

    @Test
    void aFeatureThatIsReadIsNotChangedInPlace() {
        assertThat(apply("calls_90d", count("calls_90d", "60d"), NOON).reasons())
                .containsExactly("feature cannot be changed in place: calls_90d is read by feature calls_share,"
                        + " pattern many-calls (legal: apply it under a new name, such as calls_90d_2)");
        assertThat(apply("calls_30d", count("calls_30d", "60d"), NOON).reasons())
                .singleElement()
                .asString()
                .contains("is read by play brief-agent");
        assertThat(apply("minutes_7d", count("minutes_7d", "60d"), NOON).reasons())
                .singleElement()
                .asString()
                .contains("is read by model shipped");
    }

    @Test
    void aFeatureThatIsReadIsNotRemoved() {
        assertThat(remove("calls_1d", NOON).reasons())
                .containsExactly("feature cannot be removed: calls_1d is read by target repeat"
                        + " (legal: remove or change these first)");
        assertThat(remove("nothing", NOON).reasons())
                .containsExactly("there is no definition in force of this name: nothing");
    }

    @Test
    void whatPeopleReadOfAFeatureMayChange() {
        String said = count("calls_90d", "90d").replace("description: d", "description: Calls of a quarter.");

        assertThat(apply("calls_90d", said, NOON).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(timeline.featuresAt(millis(ONE)).require("calls_90d").description())
                .isEqualTo("Calls of a quarter.");
        assertThat(apply("calls_90d", said, ONE).outcome()).isEqualTo(Outcome.SUPERSEDED);
    }

    @Test
    void aFeatureThatNobodyReadsIsChangedAndRemoved() {
        assertThat(apply("free", count("free", "3d"), NOON).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(remove("free", ONE).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(timeline.featuresAt(millis("2026-03-01T11:59:59Z"))
                        .require("free")
                        .summary())
                .isEqualTo("count, 2d");
        assertThat(timeline.featuresAt(millis(NOON)).require("free").summary()).isEqualTo("count, 3d");
        assertThat(timeline.featuresAt(millis(ONE)).find("free")).isNull();
    }

    @Test
    void whatIsAppliedLaterMayReadANewFeatureAndWhatHoldsBeforeMayNot() {
        assertThat(apply("calls_2d", count("calls_2d", "2d"), ONE).outcome()).isEqualTo(Outcome.ACCEPTED);

        assertThat(pattern("early", "calls_2d", NOON).reasons())
                .singleElement()
                .asString()
                .contains("calls_2d");
        assertThat(pattern("later", "calls_2d", ONE).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(timeline.readersOfFeature("calls_2d", millis(TWO))).containsExactly("pattern later");
        assertThat(remove("calls_2d", TWO).reasons()).singleElement().asString().contains("pattern later");
    }

    @Test
    void aPatternThatWouldOutliveItsFeatureIsRefused() {
        remove("free", TWO);

        assertThat(pattern("early", "free", NOON).reasons())
                .containsExactly("the feature free changes at " + TWO
                        + ", and both belong together (legal: at or after that time)");
    }

    @Test
    void aPatternThatIsStillToComeHoldsItsFeature() {
        assertThat(pattern("later", "free", TWO).outcome()).isEqualTo(Outcome.ACCEPTED);

        assertThat(remove("free", NOON).reasons()).singleElement().asString().contains("pattern later");
    }

    @Test
    void aFeatureMayReadOneThatWasAppliedBefore() {
        apply("calls_2d", count("calls_2d", "2d"), NOON);

        assertThat(apply(
                                "twice",
                                "features: {twice: {description: d, unit: calls, expression: features.calls_2d *"
                                        + " 2.0}}",
                                ONE)
                        .outcome())
                .isEqualTo(Outcome.ACCEPTED);
        assertThat(apply(
                                "calls_2d",
                                "features: {calls_2d: {description: d, unit: calls, expression: features.twice *"
                                        + " 2.0}}",
                                TWO)
                        .reasons())
                .singleElement()
                .asString()
                .contains("feature reads itself");
    }

    @Test
    void everyMistakeIsNamedWithItsPlace() {
        assertThat(apply("bad", count("bad", "900d").replace("call.started", "call.begun"), NOON)
                        .reasons())
                .hasSize(2)
                .allSatisfy(reason -> assertThat(reason).startsWith("change 1:1:"));
        assertThat(apply("other", count("bad", "9d"), NOON).reasons())
                .containsExactly("the definition holds no feature of this name: other");
    }

    @Test
    void whatWasAcceptedIsAdoptedBesideAWorkspaceThatHoldsItAlready() {
        files.put(
                "features/definitions", FEATURES + count("calls_2d", "3d").replaceAll("features: \\{(.*)}}", "  $1}"));
        DefinitionTimeline restored = timeline();

        assertThat(restored.adopt(change(1, ChangeAction.APPLY, "calls_2d", count("calls_2d", "2d"), NOON)))
                .isTrue();
        assertThat(restored.adopt(change(2, ChangeAction.APPLY, "calls_2d", count("calls_2d", "3d"), ONE)))
                .isTrue();
        assertThat(restored.adopt(change(3, ChangeAction.REMOVE, "gone", "", ONE)))
                .isFalse();
        assertThat(restored.featuresAt(millis(ONE)).require("calls_2d").summary())
                .isEqualTo("count, 3d");
    }

    @Test
    void whatANewWorkspaceReadsStandsAsItDeclaresItWhateverTheLogSays() {
        files.put("patterns/definitions", PATTERN.formatted("many-calls", "free"));
        DefinitionTimeline restored = timeline();

        assertThat(restored.adopt(change(1, ChangeAction.APPLY, "free", count("free", "3d"), NOON)))
                .isFalse();
        assertThat(restored.adopt(change(2, ChangeAction.REMOVE, "free", "", ONE)))
                .isFalse();
        assertThat(restored.featuresAt(millis(TWO)).require("free").summary()).isEqualTo("count, 2d");
    }

    @Test
    void aModelThatWasTrainedOnAChangedFeatureDoesNotUndoTheChange() {
        assertThat(timeline.adopt(change(1, ChangeAction.APPLY, "minutes_7d", count("minutes_7d", "3d"), NOON)))
                .isTrue();
    }

    private ChangeVerdict apply(String name, String definition, String at) {
        return review("feature", name, "apply", ", definition: \"" + definition.replace("\"", "\\\"") + '"', at);
    }

    private ChangeVerdict remove(String name, String at) {
        return review("feature", name, "remove", "", at);
    }

    private ChangeVerdict pattern(String name, String feature, String at) {
        String definition =
                PATTERN.formatted(name, feature).replace("\"", "\\\"").replace("\n", "\\n");
        return review("pattern", name, "apply", ", definition: \"" + definition + '"', at);
    }

    private ChangeVerdict review(String kind, String name, String action, String rest, String at) {
        int version = kind.equals("feature") ? timeline.highestVersion(DefinitionKind.FEATURE, name) + 1 : 1;
        String text = "{kind: " + kind + ", name: " + name + ", action: " + action + ", version: " + version + ", at: "
                + at + rest + "}";
        return review.review(++number, text, Long.MIN_VALUE);
    }

    private static Change change(int version, ChangeAction action, String name, String definition, String at) {
        return new Change(
                version,
                millis(at),
                DefinitionKind.FEATURE,
                action,
                name,
                version,
                false,
                null,
                new TreeMap<>(),
                definition);
    }

    private static String count(String name, String window) {
        return "features: {" + name
                + ": {description: d, unit: calls, events: [call.started], aggregate: count, window: " + window + "}}";
    }

    private static long millis(String time) {
        return Instant.parse(time).toEpochMilli();
    }

    private DefinitionTimeline timeline() {
        Workspace workspace = folder -> files.containsKey(folder)
                ? List.of(new DefinitionFile(folder + "/calls.yaml", files.get(folder)))
                : List.of();
        Deployment shipped = new Deployment(
                "shipped",
                "repeat",
                Aliases.champion(1),
                new TreeMap<>(Map.of(1, "c1")),
                new TreeSet<>(Set.of("minutes_7d")));
        Definitions declared = Definitions.load(workspace, Map.of("shipped", "repeat"));
        return new DefinitionTimeline(workspace, declared, List.of(shipped));
    }
}
