package io.heed.triggers.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.heed.events.yaml.InvalidDefinitionsException;
import io.heed.triggers.CareTeamDay;
import io.heed.triggers.TelcoWorkspace;
import io.heed.triggers.TestPlays;
import io.heed.triggers.TestSignals;
import io.heed.triggers.profile.ContactCap;
import io.heed.triggers.profile.QuietHours;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlayDefinitionsTest {
    @Test
    void aWorkspaceWithoutPlaysHasACarefulPolicy() {
        PlayDefinitions none =
                PlayDefinitions.load(folder -> List.of(), TelcoWorkspace.EVENTS, List.of(), TestSignals.usual());

        assertThat(none.plays()).isEmpty();
        assertThat(none.policy()).isEqualTo(Policy.careful());
        assertThat(none.policy().caps()).hasSize(3);
    }

    @Test
    void aPlayOnAModelCannotDoWithoutConsentToProfiling() {
        String play = TestPlays.file(TestPlays.CALL_BACK.replace("action:", "profiling: false\n    action:"));

        assertThat(catchThrowableOfType(InvalidDefinitionsException.class, () -> CareTeamDay.definitions(play)))
                .hasMessageContaining("profiling is false, but no score is kept of who has not agreed to it");
    }

    @Test
    void readsEveryKeyOfAPolicy() {
        Policy policy = CareTeamDay.definitions("""
                        policy:
                          time-zone: Europe/Madrid
                          quiet-hours: {from: "20:00", until: "09:30"}
                          contact-caps:
                            - {messages: 2, within: 3d}
                          offer-caps:
                            - {offers: 1, within: 60d}
                          control-group: {share: 0.1, salt: s1}
                          trigger-salt: s2
                          rest: {annoyed: 10d, declined: 20d, escalated: 30d}
                        """).policy();

        assertThat(policy)
                .isEqualTo(new Policy(
                        ZoneId.of("Europe/Madrid"),
                        new QuietHours(LocalTime.of(20, 0), LocalTime.of(9, 30)),
                        List.of(new ContactCap(2, 3 * 86_400_000L, false), new ContactCap(1, 60 * 86_400_000L, true)),
                        0.1,
                        "s1",
                        "s2",
                        new Policy.RestTimes(10 * 86_400_000L, 20 * 86_400_000L, 30 * 86_400_000L)));
    }

    @Test
    void survivesSerialization() throws IOException, ClassNotFoundException {
        PlayDefinitions before = CareTeamDay.definitions(TestPlays.file(TestPlays.CALL_AFTER_CHAT));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(before);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            PlayDefinitions after = (PlayDefinitions) in.readObject();
            assertThat(after.find("call-after-chat")).isEqualTo(before.find("call-after-chat"));
            assertThat(after.policy()).isEqualTo(before.policy());
        }
    }

    @Test
    void tellsAllProblemsAtOnceWithTheirPlaces() {
        String broken = TestPlays.file(TestPlays.EXPLAIN_BILL
                .replace("bill.charges > 50.0", "bill.charge > 50.0")
                .replace("{bill.charges:0.00} USD is higher", "{bill.chrges:0.00} USD is higher")
                .replace("purpose: service", "purpose: advise")
                .replace("event.replaces", "event.replace")
                .replace("cool-down: 14d", "cool-down: soon")
                .replace("evidence: {bill: [bill, charges]}", "evidence: {bil: [bill]}\n    mood: good"));

        assertThat(problems(broken))
                .anySatisfy(problem ->
                        assertThat(problem).startsWith("plays.yaml:11:15: ").contains("undefined field 'charge'"))
                .anySatisfy(problem -> assertThat(problem).startsWith("plays.yaml:24:37: undefined field 'chrges'"))
                .anySatisfy(problem ->
                        assertThat(problem).contains("purpose is not one of [service, advice, offer]: advise"))
                .anySatisfy(problem -> assertThat(problem).contains("undefined field 'replace'"))
                .anySatisfy(problem -> assertThat(problem).contains("cool-down is not a duration: soon"))
                .anySatisfy(problem -> assertThat(problem).contains("stage is not one of the signal's: bil"))
                .anySatisfy(problem -> assertThat(problem).contains("unknown key: mood"))
                .hasSize(7);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            signal: {pattern: spike}                | signal: {pattern: spyke}             | pattern is not declared: spyke (legal: [cart, chat-then-call, declined, drops, form, spike])
            signal: {pattern: spike}                | signal: {model: mood}                | model is not in the repository: mood (legal: [repeat-contact])
            signal: {pattern: spike}                | signal: {}                           | signal names neither or both
            cause: billing                          | cause: Billing                       | name is not kebab-case: Billing
            when: bill.charges > 50.0               | when: features.bill_rtio > 1.0       | undefined field 'bill_rtio'
            when: bill.charges > 50.0               | when: prediction.score > 0.5         | undeclared reference to 'prediction'
            probability: 0.5                        | probability: likely                  | undeclared reference to 'likely'
            expires: 3d                             | expires: 0d                          | expires is not above 0
            reaches-customer: false                 | reaches-customer: true               | message is missing though the action reaches the customer
            events: [bill.corrected]                | events: [bill.corected]              | event type is not declared: bill.corected (legal: bill.corrected)
            evidence: {bill: [bill, charges]}       | evidence: {bill: [charges, phone]}   | field is in none of the stage's types [bill.issued]: phone
            autonomy: inform                        | autonomy: always                     | autonomy is not one of [inform, approve, auto]: always
            signal: {pattern: spike}                | sygnal: {pattern: spike}             | key is missing: signal
            """)
    void namesWhatIsWrongWithAPlay(String right, String wrong, String problem) {
        String yaml = TestPlays.file(TestPlays.EXPLAIN_BILL);
        assertThat(yaml).contains(right);

        assertThat(problems(yaml.replace(right, wrong)))
                .anySatisfy(found -> assertThat(found).startsWith("plays.yaml:").contains(problem));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            time-zone: Mars/Olympus                      | time-zone is unknown: Mars/Olympus
            quiet-hours: {from: nine, until: "08:00"}    | quiet-hours are no times of day
            control-group: {share: 1.5, salt: x}         | share is not within 0..1: 1.5
            contact-caps: [{messages: 1, within: 0d}]    | cap needs messages from 0 and a time above 0
            contact-caps: [{offers: 1, within: 1d}]      | key is missing: messages
            quietness: much                              | unknown key: quietness
            """)
    void namesWhatIsWrongWithAPolicy(String line, String problem) {
        assertThat(problems("policy:\n  " + line + "\n"))
                .anySatisfy(found -> assertThat(found).startsWith("plays.yaml:").contains(problem));
    }

    @Test
    void theLastReasonMustAlwaysHold() {
        String yaml = TestPlays.file(TestPlays.CALL_BACK.replace(
                "{code: likely-to-return,", "{code: likely-to-return, when: prediction.score > 0.9,"));

        assertThat(problems(yaml)).anySatisfy(found -> assertThat(found).contains("last reason has a condition"));
    }

    @Test
    void personalDataIsNoEvidence() {
        String yaml = TestPlays.file(TestPlays.CALL_AFTER_CHAT.replace("call: [conversation]", "call: [phone]"));

        assertThat(problems(yaml))
                .anySatisfy(
                        found -> assertThat(found).contains("field holds personal data and cannot be evidence: phone"));
    }

    @Test
    void aPlaceThatIsNotClosedIsAProblem() {
        String yaml = TestPlays.file(TestPlays.FIX_FORM.replace("{form.form}", "{form.form"));

        assertThat(problems(yaml)).anySatisfy(found -> assertThat(found).contains("a place is not closed"));
    }

    private static List<String> problems(String yaml) {
        InvalidDefinitionsException refused =
                catchThrowableOfType(InvalidDefinitionsException.class, () -> CareTeamDay.definitions(yaml));
        assertThat(refused).as("nothing was refused").isNotNull();
        return refused.problems();
    }
}
