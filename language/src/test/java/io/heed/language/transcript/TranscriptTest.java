package io.heed.language.transcript;

import static io.heed.language.transcript.Voice.COMPANY;
import static io.heed.language.transcript.Voice.CUSTOMER;
import static io.heed.language.transcript.Voice.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TranscriptTest {
    @Test
    void linesBeginWithTheirSpeaker() {
        assertThat(voices("Agent: Hello, how can I help?\nCustomer: my bill is wrong\nit is double\nAgent: I see"))
                .containsExactly(COMPANY, CUSTOMER, COMPANY);
        assertThat(customer("Agent: Hello\nCustomer: my bill is wrong\nit is double\nAgent: I see"))
                .containsExactly("my bill is wrong\nit is double");
    }

    @Test
    void turnsFollowOneAnotherOnOneLine() {
        assertThat(customer("Agent: hello how can I help Customer: my bill is wrong Agent: let me see. Customer: ok"))
                .containsExactly("my bill is wrong", "ok");
        assertThat(customer("agent: hello customer: my bill is wrong agent: let me see"))
                .containsExactly("my bill is wrong");
        assertThat(customer("How can I help? Customer: my bill is wrong. Agent: let me see"))
                .containsExactly("my bill is wrong.");
    }

    @Test
    void timesStandBesideLabels() {
        assertThat(customer("[00:12] AGENT: hello\n[00:15] CALLER: no internet\n[00:01:20] AGENT: I see"))
                .containsExactly("no internet");
        assertThat(customer("00:12 Rep: hello\n00:15 Caller: no internet")).containsExactly("no internet");
        assertThat(customer("(10:02 AM) Rep: hello\n(10:03 AM) Caller: no internet"))
                .containsExactly("no internet");
        assertThat(customer("[2026-03-01 10:02:11] Agent: hi\n[2026-03-01 10:02:31] Customer: no internet"))
                .containsExactly("no internet");
        assertThat(customer("Agent (00:12): hello\nCustomer (00:15): no internet"))
                .containsExactly("no internet");
        assertThat(customer("Agent [00:12]: hello Customer [00:15]: no internet"))
                .containsExactly("no internet");
    }

    @Test
    void marksOfListsAndBoldTextStandBesideLabels() {
        assertThat(customer("**Agent:** hello\n**Customer:** no internet")).containsExactly("no internet");
        assertThat(customer("- **Agent**: hello\n- **Customer**: no internet")).containsExactly("no internet");
        assertThat(customer("> Agent: hello\n> Customer: no internet")).containsExactly("no internet");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Customer",
                "CUSTOMER",
                "Caller",
                "Client",
                "User",
                "Cliente",
                "Usuario",
                "Customer 1",
                "Customer (Anna)",
                "Customer Anna",
                "Anna Smith (Customer)",
                "Caller [NAME:3fa2c1]",
                "Customer ([NAME:3fa2c1])"
            })
    void wordsForCustomers(String label) {
        assertThat(customer("Agent: hello\n" + label + ": no internet\nAgent: I see"))
                .containsExactly("no internet");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Agent",
                "AGENT",
                "Rep",
                "Representative",
                "Advisor",
                "Adviser",
                "Operator",
                "Supervisor",
                "Support agent",
                "Customer service",
                "Customer Support",
                "Customer service rep",
                "Customer care team",
                "Call centre",
                "Agente",
                "Asesora",
                "Operador",
                "Atención al cliente",
                "Bot",
                "Chatbot",
                "Virtual assistant",
                "IVR",
                "System",
                "Agent 2",
                "Agent Maria",
                "Agent (Maria Lopez)",
                "Maria (Agent)",
                "Sales rep"
            })
    void wordsForThoseOfTheCompany(String label) {
        assertThat(voices("Customer: no internet\n" + label + ": you must be furious\nCustomer: yes"))
                .containsExactly(CUSTOMER, COMPANY, CUSTOMER);
    }

    @Test
    void whoIsOnlyNumberedIsNotKnown() {
        assertThat(voices("Speaker 1: hello\nSpeaker 2: no internet\nspk_0: I see\nHablante 2: gracias"))
                .containsOnly(UNKNOWN);
        assertThat(voices("Speaker A: hello Speaker B: no internet")).containsExactly(UNKNOWN, UNKNOWN);
    }

    @Test
    void aNameAloneIsNobodyKnownInATranscript() {
        assertThat(voices("Customer: no internet\nMaria: you must be furious\nTom Smith: me too"))
                .containsExactly(CUSTOMER, UNKNOWN, UNKNOWN);
        assertThat(Transcript.of("Maria: no internet\nTom: I see").isLabelled()).isFalse();
    }

    @Test
    void wordsBeforeTheFirstLabelAreNobodys() {
        assertThat(voices("Call of 1 March\nAgent: hello\nCustomer: no internet"))
                .containsExactly(UNKNOWN, COMPANY, CUSTOMER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no internet",
                "I told the agent: give me my money back. And the customer: nothing",
                "the agent said to the Customer: wait, and to another Agent: no",
                "it was bad. Agent: useless",
                "You said\nAgent: I cannot help\nand that is a disgrace",
                "Customer number: 12345\nCustomer since: 2019\nno internet",
                "Name: Anna\nPhone: 07700 900123\nProblem: no internet",
                "System: Windows 10, and it crashes",
                "Support: I need some",
                "my user:password does not work and http://agent:8080/ neither",
                "Dear customer: this is what you wrote. To customer: what now",
                "the times are 10:15 and 11:20: none suits me",
                "[PHONE:3fa2c1] is my phone, [NAME:3fa2c1] my name"
            })
    void aMessageThatSpeaksOfAgentsAndCustomersIsNoTranscript(String text) {
        Transcript transcript = Transcript.of(text);

        assertThat(transcript.isLabelled()).isFalse();
        assertThat(transcript.turns()).extracting(Turn::text).containsExactly(text);
    }

    @Test
    void aFormInsideATurnStaysInIt() {
        assertThat(customer("Agent: your details?\nCustomer: here\nName: Anna\nProblem: no internet\nAgent: thanks"))
                .containsExactly("here\nName: Anna\nProblem: no internet");
    }

    @Test
    void aRoleThatIsSpokenOfInATurnEndsNone() {
        assertThat(customer("Customer: I told the Agent: no, and your agent: yes Agent: I see"))
                .containsExactly("I told the Agent: no, and your agent: yes");
    }

    @Test
    void aLoneLabelAtTheBeginningCounts() {
        assertThat(customer("Customer: no internet")).containsExactly("no internet");
        assertThat(voices("Agent: you must be furious")).containsExactly(COMPANY);
    }

    @Test
    void theNameInALabelIsTakenApart() {
        assertThat(labels("Customer (Anna Smith): hi\nAgent Maria: hello\nTom (Supervisor): yes\n[00:12] Agent: bye"))
                .containsExactly(
                        new Label("Customer (", "Anna Smith", "):"),
                        new Label("Agent ", "Maria", ":"),
                        new Label("", "Tom", " (Supervisor):"),
                        new Label("[00:12] Agent:", "", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no internet",
                "x\n\n [00:12] AGENT (Tom):  hello \r\nCustomer:no internet\n\nSpeaker 1:\nMaria: hi\n",
                "Agent: hello Customer: hi. Agent: bye",
                "Customer:",
                "Agent: Customer: Agent:"
            })
    void labelsAndWordsAreTheTextAgain(String text) {
        String joined = Transcript.of(text).turns().stream()
                .map(turn -> turn.label().before()
                        + turn.label().name()
                        + turn.label().after()
                        + turn.text())
                .collect(Collectors.joining());

        assertThat(joined).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A: ", "Aa ", "10:", " ", "Agent: ", "agent: x. Agent: ", "\n", "Maria:\n", "a:", "(", "*"})
    void aLongTextTakesNoLongTime(String piece) {
        String text = "x " + piece.repeat((1 << 18) / piece.length());

        List<Turn> turns = assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> Transcript.of(text).turns());

        assertThat(turns).isNotEmpty();
    }

    private static List<Voice> voices(String text) {
        return Transcript.of(text).turns().stream().map(Turn::voice).toList();
    }

    private static List<Label> labels(String text) {
        return Transcript.of(text).turns().stream().map(Turn::label).toList();
    }

    private static List<String> customer(String text) {
        return Transcript.of(text).turns().stream()
                .filter(turn -> turn.voice() == CUSTOMER)
                .map(turn -> turn.text().strip())
                .toList();
    }
}
