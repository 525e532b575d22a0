package io.heed.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.language.emotion.Emotion;
import io.heed.language.redaction.HashingKey;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Calls and chats that come as a whole. */
final class TranscriptUnderstandingTest {
    private static final String FURIOUS = "this is a disgrace, you charged me twice again and nobody cares";
    private static final String CONTENT = "thank you so much, that was really quick and kind";

    private final LanguageUnderstanding understanding = LanguageUnderstanding.shared(
            new LanguageOptions(HashingKey.of("a key for tests alone"), ServiceCorpus.workspace(), "en"));

    @Test
    void onlyTheCustomersTurnsCount() {
        Understanding alone = understand(FURIOUS, Speaker.CUSTOMER);

        for (Speaker speaker : Speaker.values()) {
            Understanding call = understand(
                    "Agent: " + CONTENT + "\nCustomer: " + FURIOUS + "\nAgent: happy to help, have a lovely day",
                    speaker);
            assertThat(call.emotion()).isEqualTo(alone.emotion());
            assertThat(call.reason()).isEqualTo(alone.reason());
        }
    }

    @Test
    void whatTheAgentSaysChangesNothing() {
        String call = "Agent: %s Customer: where is my parcel, it should have been here on monday. Agent: %s";

        Understanding kind = understand(String.format(call, CONTENT, CONTENT), Speaker.AGENT);
        Understanding rude = understand(String.format(call, FURIOUS, FURIOUS), Speaker.AGENT);

        assertThat(kind.emotion()).isPresent().isEqualTo(rude.emotion());
        assertThat(kind.reason()).isEqualTo(rude.reason());
    }

    @Test
    void aCallOfAgentsOrOfNobodyKnownIsNotScored() {
        for (String call : List.of(
                "Agent: " + FURIOUS + "\nBot: " + FURIOUS,
                "Speaker 1: " + FURIOUS + "\nSpeaker 2: " + CONTENT,
                "Speaker 1: " + FURIOUS)) {
            Understanding unknown = understand(call, Speaker.CUSTOMER);
            assertThat(unknown.emotionalState()).isEqualTo(Understanding.UNKNOWN);
            assertThat(unknown.distress()).isEmpty();
            assertThat(unknown.reason()).isEmpty();
            assertThat(unknown.redactedText()).isEqualTo(call);
        }
    }

    @Test
    void feelingsAreTheMeanOverStretchesByTheirLength() {
        String calm = "i would like to know what day the direct debit is taken "
                .repeat(4)
                .strip();
        String angry = (FURIOUS + " ").repeat(3).strip();
        Emotion first = understand(calm, Speaker.CUSTOMER).emotion().orElseThrow();
        Emotion second = understand(angry, Speaker.CUSTOMER).emotion().orElseThrow();
        assertThat(second.distress() - first.distress()).isGreaterThan(0.2);

        Emotion call = understand("Customer: " + calm + "\nAgent: I see\nCustomer: " + angry, Speaker.AGENT)
                .emotion()
                .orElseThrow();

        double mean = (48 * first.distress() + 36 * second.distress()) / 84;
        assertThat(call.distress()).isCloseTo(mean, org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void everyTurnAndEveryNameInALabelIsRedacted() {
        String call = "Agent (Maria Lopez): hello, is it 07700 900123?\nCustomer Anna: yes, or ann@example.com\n"
                + "Tom (Supervisor): call 07700 900123";

        String redacted = understand(call, Speaker.AGENT).redactedText();

        assertThat(redacted).matches("""
                        Agent \\(\\[NAME:\\w{6}]\\): hello, is it \\[PHONE:\\w{6}]\\?
                        Customer \\[NAME:\\w{6}]: yes, or \\[EMAIL:\\w{6}]
                        \\[NAME:\\w{6}] \\(Supervisor\\): call \\[PHONE:\\w{6}]""");
        assertThat(understand(redacted, Speaker.AGENT).redactedText()).isEqualTo(redacted);
        assertThat(understand(redacted, Speaker.AGENT).emotion())
                .isPresent()
                .isEqualTo(understand(call, Speaker.AGENT).emotion());
    }

    @Test
    void aSpanishCallIsTakenApart() {
        Understanding call = understand(
                "Agente: buenos días, ¿en qué puedo ayudarle?\nCliente: llevo cuatro días sin internet y mi móvil es 612 345 678",
                Speaker.AGENT);

        assertThat(call.language()).isEqualTo("es");
        assertThat(call.redactedText()).startsWith("Agente: buenos").contains("\nCliente: llevo", "[PHONE:");
    }

    @Test
    void theLanguageIsTheCustomersAndATurnThatNothingCanRedactWithholdsAll() {
        String french = "Bonjour, je suis Amélie et ma facture est beaucoup trop élevée";

        Understanding customer =
                understand("Agent: hello, how can I help you today?\nCustomer: " + french, Speaker.AGENT);
        Understanding agent = understand("Customer: " + FURIOUS + "\nAgent: " + french, Speaker.AGENT);

        assertThat(customer.language()).isEqualTo("fr");
        assertThat(List.of(customer, agent)).allSatisfy(call -> {
            assertThat(call.withheld()).isTrue();
            assertThat(call.redactedText()).isEmpty();
            assertThat(call.emotionalState()).isEqualTo(Understanding.UNKNOWN);
        });
    }

    private Understanding understand(String text, Speaker speaker) {
        return understanding.understand(new CustomerMessage(text, "c1", speaker, null));
    }
}
