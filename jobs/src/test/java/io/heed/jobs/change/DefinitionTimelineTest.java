package io.heed.jobs.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.events.catalogue.DefinitionFile;
import io.heed.events.catalogue.Workspace;
import io.heed.events.change.Running;
import io.heed.features.FeatureDefinitions;
import io.heed.jobs.change.ChangeVerdict.Outcome;
import io.heed.jobs.workspace.Definitions;
import io.heed.models.repository.Aliases;
import io.heed.models.repository.Deployment;
import io.heed.patterns.definition.PatternDefinition;
import io.heed.triggers.play.Play;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What the review of changes lets through, and what it says of the rest. */
class DefinitionTimelineTest {
    private static final String EVENTS = """
            event-types:
              chat.closed:
                description: A chat has ended.
                fields: {conversation: {type: text}, resolved: {type: flag}}
              call.started:
                description: A customer calls.
                fields: {conversation: {type: text}}
            """;

    private static final String PATTERN = """
            patterns:
              chat-then-call:
                version: 1
                description: A chat in vain, then a call.
                within: parameters.window
                parameters:
                  window: {type: duration, default: 24h, min: 1h, max: 72h}
                stages:
                  - chat: {event: chat.closed, where: "!chat.resolved"}
                  - call: {followed-by: call.started}
            """;

    private static final String PLAY = """
            plays:
              brief-agent:
                version: 1
                description: Tells the care agent what the chat was about.
                cause: unsolved-problem
                signal: {pattern: chat-then-call}
                action: brief-agent
                channels: [agent-desktop]
                reaches-customer: false
                purpose: service
                autonomy: inform
                value: {customer: 45, business: 20}
                probability: 0.7
                cool-down: 1h
                expires: 4h
                reasons: [{code: unresolved-chat, sentence: "Calling after the chat {chat.conversation}."}]
            """;

    private static final String TARGETS = """
            targets:
              second-chat: {decision: chat.closed, labels: [chat.closed], horizon: 24h, features: [chats_7d]}
              call-after-chat: {decision: chat.closed, labels: [call.started], horizon: 24h, features: [chats_7d]}
            """;

    private static final String FEATURES = """
            features:
              chats_7d: {description: Chats., unit: chats, events: [chat.closed], aggregate: count, window: 7d}
            """;

    private static final String DEPLOYED =
            "target: call-after-chat\nchampion: 3\nhashes: {3: c3}\nfeatures: [chats_7d]\n";

    private final DefinitionTimeline timeline = timeline();
    private final List<Deployment> proven = new ArrayList<>();
    private final ChangeReview review = new ChangeReview(timeline, this::prove);
    private long number;

    @Test
    void aParameterIsSetFromItsTimeOn() {
        ChangeVerdict verdict = review("set", "version: 2, parameters: {window: 48h}");

        assertThat(verdict.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(patternAt("2026-03-01T11:59:59Z").windowMillis()).isEqualTo(24 * 3_600_000L);
        assertThat(patternAt("2026-03-01T12:00:00Z").windowMillis()).isEqualTo(48 * 3_600_000L);
        assertThat(patternAt("2026-03-01T12:00:00Z").version()).isEqualTo(2);
    }

    @Test
    void aValueOutOfItsBoundsIsRefusedAndChangesNothing() {
        ChangeVerdict verdict = review("set", "version: 2, parameters: {window: 90h}");

        assertThat(verdict.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(verdict.reasons()).containsExactly("parameter window is not within 1h to 3d: 90h");
        assertThat(patternAt("2026-03-02T00:00:00Z").version()).isEqualTo(1);
    }

    @Test
    void aParameterThatIsNotDeclaredIsRefusedWithThoseThatAre() {
        assertThat(review("set", "version: 2, parameters: {days: 3}").reasons())
                .containsExactly("parameter is not declared by chat-then-call: days (legal: [window])");
    }

    @Test
    void aWrongDefinitionIsRefusedWithLineAndColumn() {
        ChangeVerdict verdict =
                apply(PATTERN.replace("version: 1", "version: 2").replace("chat.resolved", "chat.solved"));

        assertThat(verdict.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(verdict.reasons()).singleElement().asString().startsWith("change 1:9:49: undefined field 'solved'");
    }

    @Test
    void aPatternThatAPlayReadsIsNotRemoved() {
        assertThat(review("remove", "version: 1").reasons())
                .containsExactly("a play still reads it: brief-agent (legal: remove or change the play first)");
    }

    @Test
    void aPatternIsRemovedAfterItsPlay() {
        assertThat(reviewPlay("remove", "version: 1").outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(review("remove", "version: 1").outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(timeline.patterns().at(millis("2026-03-01T12:00:00Z")).running())
                .isEmpty();
    }

    @Test
    void aNewVersionWithoutAStageThatAPlayReadsIsRefusedWithThePlacesInThePlay() {
        ChangeVerdict verdict = apply(PATTERN.replace("version: 1", "version: 2")
                .replace("chat: {", "talk: {")
                .replace("!chat.resolved", "!talk.resolved"));

        assertThat(verdict.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(verdict.reasons())
                .singleElement()
                .asString()
                .startsWith("triggers/definitions/plays.yaml:")
                .contains("'chat'");
    }

    @Test
    void aNewVersionWithAnotherShapeIsReadByThePlayFromItsTimeOn() {
        String withThird = PATTERN.replace("version: 1", "version: 2") + "      - again: {followed-by: call.started}\n";

        assertThat(apply(withThird).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(playAt("2026-03-01T11:00:00Z").definition().stages()).containsOnlyKeys("chat", "call");
        assertThat(playAt("2026-03-01T12:00:00Z").definition().stages()).containsOnlyKeys("chat", "call", "again");
    }

    @Test
    void aReplayWithoutKeptEventsIsRefused() {
        assertThat(review("set", "version: 2, parameters: {window: 48h}, on-change: replay")
                        .reasons())
                .containsExactly("no events are kept that could be replayed: chat-then-call"
                        + " (legal: keep-events: 100 in the version before, or on-change: drop)");
    }

    @Test
    void aChangeThatComesTooLateIsRefusedWithTheFirstTimeThatIsLegal() {
        String text = text("pattern", "chat-then-call", "pause", "version: 1");

        assertThat(review.review(1, text, millis("2026-03-01T12:00:00Z")).reasons())
                .containsExactly("at is too early, since events of that time may have been handled:"
                        + " 2026-03-01T12:00:00Z (legal: after 2026-03-01T12:00:00Z)");
    }

    @Test
    void aDefinitionUnderAnotherVersionThanTheChangeSaysIsRefused() {
        String definition = PATTERN.replace("version: 1", "version: 3");
        String text = text("pattern", "chat-then-call", "apply", "version: 2, definition: " + quoted(definition));

        assertThat(review.review(++number, text, Long.MIN_VALUE).reasons())
                .containsExactly("the definition is version 3 of chat-then-call, but the change says 2");
    }

    @Test
    void aPlayIsReadAgainstThePatternsOfItsTime() {
        apply(PATTERN.replace("version: 1", "version: 2") + "      - again: {followed-by: call.started}\n");
        String better = PLAY.replace("version: 1", "version: 2").replace("{chat.conversation}", "{again.conversation}");

        ChangeVerdict verdict = review.review(
                ++number,
                text("play", "brief-agent", "apply", "version: 2, definition: " + quoted(better)),
                Long.MIN_VALUE);

        assertThat(verdict.reasons()).isEmpty();
        assertThat(playAt("2026-03-02T00:00:00Z").version()).isEqualTo(2);
    }

    @Test
    void anUnreadableEntryIsRefused() {
        ChangeVerdict verdict = review.review(7, "{\"kind\": ", Long.MIN_VALUE);

        assertThat(verdict.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(verdict.change()).isNull();
        assertThat(verdict.reasons()).singleElement().asString().startsWith("change 7:");
    }

    @Test
    void aModelServesFromTheTimeOfItsDeploymentOn() {
        assertThat(reviewModel(1, DEPLOYED).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(reviewModel(2, DEPLOYED.replace("3", "4")).outcome()).isEqualTo(Outcome.ACCEPTED);

        assertThat(timeline.models().at(millis("2026-03-01T11:59:59Z")).running())
                .isEmpty();
        assertThat(timeline.models().at(millis("2026-03-01T12:00:00Z")).running())
                .extracting(running -> running.definition().aliases())
                .containsExactly(Aliases.champion(4));
        assertThat(proven).hasSize(2);
    }

    @Test
    void aModelThatCannotBeLoadedIsRefusedAndWhatServedGoesOn() {
        reviewModel(1, DEPLOYED);
        ChangeVerdict verdict =
                reviewModel(2, "target: call-after-chat\nchampion: 13\nhashes: {13: c13}\nfeatures: [chats_7d]\n");

        assertThat(verdict.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(verdict.reasons()).containsExactly("version 13 fails its self-test");
        assertThat(timeline.models().last().running())
                .extracting(running -> running.definition().aliases())
                .containsExactly(Aliases.champion(3));
    }

    @Test
    void aModelPredictsOneTargetForEver() {
        reviewModel(1, DEPLOYED);

        assertThat(reviewModel(2, DEPLOYED.replace("call-after-chat", "second-chat"))
                        .reasons())
                .containsExactly("target is not the one that the model has always predicted: second-chat"
                        + " (legal: call-after-chat, or a model of another name)");
        assertThat(reviewModel(2, DEPLOYED.replace("call-after-chat", "churn")).reasons())
                .singleElement()
                .asString()
                .contains("churn", "call-after-chat");
    }

    @Test
    void aFeatureThatADeployedModelReadsStaysAsItIs() {
        reviewModel(1, DEPLOYED);
        String changed = FEATURES.replace("7d, ", "7d,").replace("window: 7d", "window: 8d");

        assertThat(review.review(
                                ++number,
                                text("feature", "chats_7d", "apply", "version: 1, definition: " + quoted(changed)),
                                Long.MIN_VALUE)
                        .reasons())
                .singleElement()
                .asString()
                .contains("chats_7d is read by model after-chat");
    }

    @Test
    void aModelMustFindItsFeatures() {
        assertThat(reviewModel(1, DEPLOYED.replace("chats_7d", "chats_9d")).reasons())
                .singleElement()
                .asString()
                .contains("feature is not declared: chats_9d");
    }

    @Test
    void aPlayMayStartOnAModelOnceItIsDeployed() {
        String onModel = PLAY.replace("version: 1", "version: 2")
                .replace("pattern: chat-then-call", "model: after-chat")
                .replace(" after the chat {chat.conversation}", "");
        String rest = "version: 2, definition: " + quoted(onModel);

        assertThat(reviewPlay("apply", rest).outcome()).isEqualTo(Outcome.REFUSED);
        reviewModel(1, DEPLOYED);
        assertThat(reviewPlay("apply", rest).reasons()).isEmpty();
    }

    private ChangeVerdict reviewModel(int version, String deployment) {
        return review.review(
                ++number,
                text("model", "after-chat", "apply", "version: " + version + ", definition: " + quoted(deployment)),
                Long.MIN_VALUE);
    }

    private void prove(Deployment deployment, FeatureDefinitions features) {
        if (deployment.hashes().containsKey(13)) {
            throw new IllegalArgumentException("version 13 fails its self-test");
        }
        proven.add(deployment);
    }

    private ChangeVerdict apply(String definition) {
        return review("apply", "version: 2, definition: " + quoted(definition));
    }

    private ChangeVerdict review(String action, String rest) {
        return review.review(++number, text("pattern", "chat-then-call", action, rest), Long.MIN_VALUE);
    }

    private ChangeVerdict reviewPlay(String action, String rest) {
        return review.review(++number, text("play", "brief-agent", action, rest), Long.MIN_VALUE);
    }

    private static String text(String kind, String name, String action, String rest) {
        return "{kind: " + kind + ", name: " + name + ", action: " + action + ", at: 2026-03-01T12:00:00Z, " + rest
                + "}";
    }

    private static String quoted(String definition) {
        return '"' + definition.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    private PatternDefinition patternAt(String time) {
        return Objects.requireNonNull(timeline.patterns().at(millis(time)).inForce("chat-then-call"))
                .definition();
    }

    private Running<Play> playAt(String time) {
        return Objects.requireNonNull(timeline.plays().at(millis(time)).inForce("brief-agent"));
    }

    private static long millis(String time) {
        return Instant.parse(time).toEpochMilli();
    }

    private static DefinitionTimeline timeline() {
        Map<String, String> files = Map.of(
                "events",
                EVENTS,
                "features",
                FEATURES,
                "patterns",
                PATTERN,
                "triggers",
                PLAY,
                "models/targets",
                TARGETS);
        Workspace workspace = folder -> {
            String text = files.get(folder.replace("/definitions", ""));
            String name = folder.startsWith("triggers") ? "plays.yaml" : "chats.yaml";
            return text == null ? List.of() : List.of(new DefinitionFile(folder + "/" + name, text));
        };
        return new DefinitionTimeline(workspace, Definitions.load(workspace, Map.of()), List.of());
    }
}
