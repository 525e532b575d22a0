package io.heed.jobs.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.events.catalogue.DefinitionFile;
import io.heed.events.catalogue.Workspace;
import io.heed.events.change.Running;
import io.heed.jobs.change.ChangeVerdict.Outcome;
import io.heed.jobs.workspace.Definitions;
import io.heed.patterns.definition.PatternDefinition;
import io.heed.triggers.play.Play;
import java.time.Instant;
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

    private final DefinitionTimeline timeline = timeline();
    private final ChangeReview review = new ChangeReview(timeline);
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
        Map<String, String> files = Map.of("events", EVENTS, "patterns", PATTERN, "triggers", PLAY);
        Workspace workspace = folder -> {
            String text = files.get(folder.replace("/definitions", ""));
            String name = folder.startsWith("triggers") ? "plays.yaml" : "chats.yaml";
            return text == null ? List.of() : List.of(new DefinitionFile(folder + "/" + name, text));
        };
        return new DefinitionTimeline(workspace, Definitions.load(workspace, Map.of()), Map.of(), Map.of());
    }
}
