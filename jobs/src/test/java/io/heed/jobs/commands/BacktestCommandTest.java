package io.heed.jobs.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestCommandTest {
    private static final int CUSTOMERS = 4;
    /** Whoever chats in vain and does not call within the time; in the recording all call after an hour. */
    private static final String SILENCE = """
            patterns:
              silence-after-chat:
                version: 3
                description: A chat and then no call.
                within: parameters.wait
                parameters:
                  wait: {type: duration, default: 4h, min: 15m, max: 48h, description: "Time without a call."}
                stages:
                  - chat: {event: chat.closed, where: "!chat.resolved"}
                  - call: {not-followed-by: call.started}
            """;

    private static final String CALL_BACK = """
            plays:
              call-back:
                version: 1
                description: Calls a customer who chatted in vain.
                cause: chat-in-vain
                signal: {pattern: silence-after-chat}
                action: call-back
                channels: [phone]
                reaches-customer: false
                purpose: service
                autonomy: inform
                value: {customer: 45, business: 20}
                probability: 0.7
                cool-down: 1h
                expires: 4h
                urgency: urgent
                reasons:
                  - code: silence
                    sentence: Chatted in vain and did not call.
            """;

    @TempDir
    private Path home;

    private SmallWorkspace workspace;
    private Path recording;
    private Path page;
    private Path figures;

    @BeforeEach
    void writeWorkspace() throws IOException {
        workspace = new SmallWorkspace(home);
        recording = workspace.recording(CUSTOMERS);
        page = home.resolve("made/backtest.html");
        figures = home.resolve("made/backtest.json");
    }

    @Test
    void aParameterThatNobodyReachedBeforeGainsEveryCustomer() throws IOException {
        workspace.write("patterns/definitions/silence.yaml", SILENCE);
        workspace.write("triggers/definitions/silence.yaml", CALL_BACK);

        CommandRun run = backtest("--pattern", "silence-after-chat", "--set", "wait=30m");

        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode json = json();
        assertThat(json.at("/patterns/0/old/parameters/wait").textValue()).isEqualTo("4h");
        assertThat(json.at("/patterns/0/new/parameters/wait").textValue()).isEqualTo("30m");
        assertThat(json.at("/patterns/0/matches/old").intValue()).isZero();
        assertThat(json.at("/patterns/0/matches/new").intValue()).isEqualTo(CUSTOMERS);
        JsonNode triggers = json.at("/plays/0/triggers");
        assertThat(triggers.at("/gained").intValue()).isEqualTo(CUSTOMERS);
        assertThat(triggers.at("/customersGained/1/customer").textValue()).isEqualTo("C001");
        assertThat(triggers.at("/customersGained/1/first").textValue()).isEqualTo("2026-03-01T08:30:01Z");
        assertThat(triggers.at("/customersGained/1/reason").textValue()).isEqualTo("Chatted in vain and did not call.");
        assertThat(json.at("/triggers/old").intValue()).isEqualTo(CUSTOMERS);
        assertThat(json.at("/triggers/new").intValue()).isEqualTo(2 * CUSTOMERS);
        assertThat(run.out()).contains("Old against new: silence-after-chat", "Gain by call-back: 4 customers");
        assertThat(Files.readString(page)).contains("Chatted in vain and did not call.", "data:image/svg+xml;base64,");
    }

    @Test
    void aFileMayHoldAPatternAndThePlayThatReactsToIt() throws IOException {
        Path file = write("draft.yaml", CALL_BACK + SILENCE.replace("default: 4h", "default: 50m"));

        CommandRun run = backtest(file.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode json = json();
        assertThat(names(json.at("/changed"))).containsExactly("call-back", "silence-after-chat");
        assertThat(json.at("/patterns/0/old").isEmpty()).isTrue();
        assertThat(json.at("/patterns/0/matches/new").intValue()).isEqualTo(CUSTOMERS);
        assertThat(json.at("/plays/0/oldVersion").intValue()).isZero();
        assertThat(json.at("/plays/0/triggers/new").intValue()).isEqualTo(CUSTOMERS);
        assertThat(json.at("/otherPlays").isEmpty()).isTrue();
    }

    @Test
    void aFileWithTheVersionInForceIsComparedAsTheNext() throws IOException {
        String patterns = Files.readString(home.resolve("patterns/definitions/chats.yaml"));
        Path file = write("stricter.yaml", patterns.replace("within: 24h", "within: 30m"));

        CommandRun run = backtest(file.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err())
                .contains("unresolved-chat-then-call is compared as version 2, since version 1 is in force");
        JsonNode triggers = json().at("/plays/0/triggers");
        assertThat(triggers.at("/old").intValue()).isEqualTo(CUSTOMERS);
        assertThat(triggers.at("/lost").intValue()).isEqualTo(CUSTOMERS);
        assertThat(names(triggers.at("/customersLost"), "customer")).containsExactly("C000", "C001", "C002", "C003");
        assertThat(triggers.at("/byDay/2026-03-01/old").intValue()).isEqualTo(CUSTOMERS);
    }

    @Test
    void anotherPlayMayTakeOverTheCase() throws IOException {
        String plays = Files.readString(home.resolve("triggers/definitions/chats.yaml"));
        String first = plays.substring(plays.indexOf("plays:"))
                .replace("brief-agent:", "brief-supervisor:")
                .replace("customer: 45", "customer: 90");
        Path file = write("supervisor.yaml", first);

        CommandRun run = backtest(file.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode json = json();
        assertThat(json.at("/plays/0/play").textValue()).isEqualTo("brief-supervisor");
        assertThat(json.at("/plays/0/triggers/new").intValue()).isEqualTo(CUSTOMERS);
        assertThat(json.at("/otherPlays/0/play").textValue()).isEqualTo("brief-agent");
        assertThat(json.at("/otherPlays/0/triggers/lost").intValue()).isEqualTo(CUSTOMERS);
        assertThat(json.at("/otherPlays/0/heldBack/joined or updated an open case/new")
                        .intValue())
                .isEqualTo(CUSTOMERS);
    }

    @Test
    void anUnknownPatternIsRefusedWithTheNearest() {
        CommandRun run = backtest("--pattern", "unresolved-chat-than-call", "--set", "window=1h");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("pattern is not declared", "nearest: unresolved-chat-then-call");
    }

    @Test
    void aValueOutOfItsBoundsAndAnUnknownParameterAreRefused() throws IOException {
        workspace.write("patterns/definitions/silence.yaml", SILENCE);

        CommandRun outside = backtest("--pattern", "silence-after-chat", "--set", "wait=3d");
        CommandRun unknown = backtest("--pattern", "silence-after-chat", "--set", "often=3");

        assertThat(outside.exitCode()).isEqualTo(2);
        assertThat(outside.err()).contains("parameter wait is not within 15m to 2d: 3d");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("parameter is not declared by silence-after-chat: often (legal: [wait])");
    }

    @Test
    void allProblemsOfAFileAreSaidBeforeAnythingRuns() throws IOException {
        Path file = write("wrong.yaml", """
                patterns:
                  often:
                    description: Calls often.
                    within: 1 day
                    stages:
                      - call: {event: call.begun}
                """);

        CommandRun run = backtest(file.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains(file + ":4:", file + ":6:").doesNotContain("definitions:");
        assertThat(page).doesNotExist();
    }

    @Test
    void aPlayThatReadsAPatternMustStillFit() throws IOException {
        String plays = Files.readString(home.resolve("triggers/definitions/chats.yaml"));
        workspace.write(
                "triggers/definitions/chats.yaml", plays.replace("closed unresolved.", "{chat.conversation} closed."));
        String patterns = Files.readString(home.resolve("patterns/definitions/chats.yaml"));
        Path file = write("renamed.yaml", patterns.replace("chat:", "talk:").replace("chat.resolved", "talk.resolved"));

        CommandRun run = backtest(file.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("unresolved-chat-then-call is refused", "triggers/definitions/chats.yaml:");
    }

    @Test
    void whatChangesNothingIsNotCompared() throws IOException {
        workspace.write("patterns/definitions/silence.yaml", SILENCE);
        Path file = write("same.yaml", SILENCE.replace("version: 3", "version: 2"));

        CommandRun sameFile = backtest(file.toString());
        CommandRun sameValue = backtest("--pattern", "silence-after-chat", "--set", "wait=240m");

        assertThat(sameFile.exitCode()).isEqualTo(1);
        assertThat(sameFile.out()).contains("Nothing changes");
        assertThat(sameFile.err()).contains("silence-after-chat is in force as the file says it");
        assertThat(sameValue.exitCode()).isEqualTo(1);
        assertThat(sameValue.out()).contains("Nothing changes");
    }

    @Test
    void itMustBeClearWhatToTry() {
        for (List<String> unclear : List.of(
                List.<String>of(),
                List.of("--pattern", "silence-after-chat"),
                List.of("--set", "wait=1h"),
                List.of("draft.yaml", "--pattern", "silence-after-chat", "--set", "wait=1h"))) {
            CommandRun run = backtest(unclear.toArray(String[]::new));

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains("what to try is not clear");
        }
    }

    private CommandRun backtest(String... arguments) {
        List<String> all = new ArrayList<>(List.of("backtest"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--events", recording.toString(), "--parallelism", "1"));
        all.addAll(List.of("--report", page.toString(), "--json", figures.toString()));
        return CommandRun.of(home, all.toArray(String[]::new));
    }

    private Path write(String name, String text) throws IOException {
        workspace.write("drafts/" + name, text);
        return home.resolve("drafts").resolve(name);
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(figures.toFile());
    }

    private static List<String> names(JsonNode array) {
        List<String> names = new ArrayList<>();
        array.forEach(each -> names.add(each.textValue()));
        return names;
    }

    private static List<String> names(JsonNode array, String field) {
        List<String> names = new ArrayList<>();
        array.forEach(each -> names.add(each.path(field).textValue()));
        return names;
    }
}
