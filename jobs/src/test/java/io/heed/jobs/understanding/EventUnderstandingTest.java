package io.heed.jobs.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.events.CareEvent;
import io.heed.events.catalogue.DefinitionFile;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.language.LanguageOptions;
import io.heed.language.LanguageUnderstanding;
import io.heed.language.redaction.HashingKey;
import io.heed.testing.CareEvents;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventUnderstandingTest {
    private static final EventCatalogue CATALOGUE =
            EventCatalogue.load(folder -> List.of(new DefinitionFile("events/definitions/all.yaml", """
                    event-types:
                      chat.message:
                        description: A message of a chat.
                        understand: {text: text, speaker: speaker, conversation: chat}
                        fields:
                          chat: {type: text}
                          speaker: {type: text}
                          text: {type: text, personal: redact}
                          note: {type: text, personal: redact}
                          phone: {type: text, personal: hash}
                      order.placed:
                        description: An order.
                        fields:
                          email: {type: text, personal: hash}
                          items:
                            type: list
                            fields:
                              line: {type: text, personal: hash}
                              remark: {type: text, personal: redact}
                              price: {type: number}
                      web.visit:
                        description: A visit.
                        fields:
                          page: {type: text}
                    """)));
    private static final Path REPOSITORY_ROOT = Path.of("..").toAbsolutePath().normalize();

    private final CareEvents events = CareEvents.on(CATALOGUE);
    private final KeyedHash hash = new KeyedHash("secret");
    private final LanguageUnderstanding language = LanguageUnderstanding.shared(
            new LanguageOptions(HashingKey.of("a key for tests alone"), REPOSITORY_ROOT, "en"));
    private final EventUnderstanding understanding = new EventUnderstanding(language, hash);

    @Test
    void flaggedFieldsAreHashedAlsoInsideLists() {
        CareEvent order = events.of("order.placed")
                .with("email", "ann@example.com")
                .with("items", new Object[][] {
                    {"+447700900123", "ring 07700 900123 first", 9.5}, {null, null, 1.0}, {"+447700900124", null, null}
                })
                .create();

        CareEvent protectedOrder = understanding.understand(order);

        assertThat(protectedOrder.text("email")).isEqualTo(hash.of("ann@example.com"));
        Object[][] items = (Object[][]) Objects.requireNonNull(protectedOrder.value("items"));
        assertThat(items[0][0]).isEqualTo(hash.of("+447700900123"));
        assertThat((String) items[0][1]).startsWith("ring [PHONE:").doesNotContain("07700");
        assertThat(items[0][2]).isEqualTo(9.5);
        assertThat(items[1]).containsExactly(null, null, 1.0);
        assertThat(items[2]).containsExactly(hash.of("+447700900124"), null, null);
    }

    @Test
    void theEventThatCameInIsLeftAsItWas() {
        CareEvent order = events.of("order.placed")
                .with("items", new Object[][] {{"+447700900123", null, 9.5}})
                .create();

        understanding.understand(order);

        Object[][] items = (Object[][]) Objects.requireNonNull(order.value("items"));
        assertThat(items[0]).containsExactly("+447700900123", null, 9.5);
    }

    @Test
    void anEventWithoutPersonalDataIsPassedOnAsItIs() {
        CareEvent visit = events.of("web.visit").with("page", "07700 900123").create();

        assertThat(understanding.understand(visit)).isSameAs(visit);
    }

    @Test
    void aCustomersTextIsRedactedAndScored() {
        CareEvent message = understanding.understand(
                message("customer", "this is a DISGRACE, you charged me twice AGAIN. call me on 07700 900123"));

        assertThat(message.text("text")).contains("[PHONE:").doesNotContain("07700");
        assertThat(message.text("language")).isEqualTo("en");
        assertThat(message.text("emotion")).isIn("angry", "frustrated");
        assertThat(message.number("distress")).isBetween(0.5, 1.0);
        assertThat(message.text("reason")).isEqualTo("billing");
        assertThat(message.number("reasonConfidence")).isBetween(0.0, 1.0);
    }

    @Test
    void whatIsProtectedHasNoPersonalDataAndIsStillToBeRead() {
        CareEvent message =
                understanding.protect(message("customer", "you charged me twice AGAIN. call me on 07700 900123"));

        assertThat(message.text("text")).contains("[PHONE:").doesNotContain("07700");
        assertThat(message.text("language")).isEqualTo("en");
        assertThat(message.text("emotion")).isEqualTo("unknown");
        assertThat(message.value("distress")).isNull();
        assertThat(EventReading.isRead(message)).isTrue();
    }

    @Test
    void readingWhatIsProtectedGivesWhatUnderstandingGives() {
        CareEvent message = message("customer", "you charged me twice AGAIN. call me on 07700 900123");

        CareEvent read = EventReading.read(understanding.protect(message), time -> language.champion());

        assertThat(read).isEqualTo(understanding.understand(message));
        assertThat(read.number("distress")).isPositive();
    }

    @Test
    void theFateOfAMessageIsTold() {
        assertThat(fate("customer", "you charged me twice AGAIN")).contains(MessageFate.SCORED);
        assertThat(fate("customer", "llevo cuatro días sin internet y nadie me contesta"))
                .contains(MessageFate.UNKNOWN);
        assertThat(fate("customer", "Bonjour, ma facture est beaucoup trop élevée, pouvez-vous m'aider"))
                .contains(MessageFate.WITHHELD);
        assertThat(fate("agent", "I understand you are furious")).isEmpty();
        assertThat(MessageFate.of(events.of("web.visit").with("page", "bills").create()))
                .isEmpty();
    }

    @Test
    void fatesAreCountedByLanguage() {
        String counter = MessageFate.UNKNOWN.counter("es");
        assertThat(counter).isEqualTo("message/es/unknown");
        assertThat(MessageFate.UNKNOWN.isCountedBy(counter)).isTrue();
        assertThat(MessageFate.SCORED.isCountedBy(counter)).isFalse();
        assertThat(MessageFate.UNKNOWN.isCountedBy("feature/unknown")).isFalse();
    }

    private Optional<MessageFate> fate(String speaker, String text) {
        return MessageFate.of(understanding.understand(message(speaker, text)));
    }

    @Test
    void whoeverIsNoCustomerIsRedactedButNotScored() {
        for (String speaker : List.of("agent", "bot", "supervisor")) {
            CareEvent message =
                    understanding.understand(message(speaker, "I understand you are furious, call 07700 900123"));

            assertThat(message.text("text")).contains("[PHONE:").doesNotContain("07700");
            assertThat(message.text("emotion")).isEqualTo("unknown");
            assertThat(message.value("distress")).isNull();
            assertThat(message.value("reason")).isNull();
        }
    }

    @Test
    void aWholeCallIsScoredByTheCustomersTurnsWhoeverTheEventNames() {
        CareEvent call = understanding.understand(message(
                "agent",
                "[00:02] AGENT (Maria): thank you so much for calling, how can I help?\n"
                        + "[00:07] CALLER: this is a DISGRACE, you charged me twice AGAIN. call me on 07700 900123"));

        assertThat(call.text("text"))
                .startsWith("[00:02] AGENT ([NAME:")
                .contains("\n[00:07] CALLER: this is a DISGRACE", "[PHONE:")
                .doesNotContain("Maria");
        assertThat(call.text("emotion")).isIn("angry", "frustrated");
        assertThat(call.number("distress")).isBetween(0.5, 1.0);
        assertThat(call.text("reason")).isEqualTo("billing");

        CareEvent numbered = understanding.understand(message("customer", "Speaker 1: I am furious\nSpeaker 2: I see"));
        assertThat(numbered.text("emotion")).isEqualTo("unknown");
    }

    @Test
    void aTextInALanguageThatNothingCanRedactIsTakenAway() {
        CareEvent message = understanding.understand(
                message("customer", "Bonjour, je suis Amélie et ma facture est beaucoup trop élevée"));

        assertThat(message.value("text")).isNull();
        assertThat(message.text("language")).isEqualTo("fr");
        assertThat(message.text("emotion")).isEqualTo("unknown");
    }

    @Test
    void otherFieldsOfAMessageAreProtectedTooAndAnAbsentTextIsNotUnderstood() {
        CareEvent message = understanding.understand(events.of("chat.message")
                .with("chat", "chat-1")
                .with("note", "call 07700 900123")
                .with("phone", "+447700900123")
                .create());

        assertThat(message.text("note")).startsWith("call [PHONE:");
        assertThat(message.text("phone")).isEqualTo(hash.of("+447700900123"));
        assertThat(message.value("language")).isNull();
    }

    @Test
    void thePlaceholderOfAValueIsTheSameWithinAConversationAndAnotherElsewhere() {
        String once = text("chat-1");

        assertThat(text("chat-1")).isEqualTo(once);
        assertThat(text("chat-2")).isNotEqualTo(once);
    }

    @Test
    void aDeadLettersTextIsRedactedAlone() {
        assertThat(understanding.redact("{\"cut\": \"ann@example.com", "orders 7"))
                .doesNotContain("ann@example.com");
    }

    private String text(String chat) {
        CareEvent event = events.of("chat.message")
                .with("chat", chat)
                .with("text", "please call me on 07700 900123")
                .create();
        return Objects.requireNonNull(understanding.understand(event).text("text"));
    }

    private CareEvent message(String speaker, String text) {
        return events.of("chat.message")
                .with("chat", "chat-1")
                .with("speaker", speaker)
                .with("text", text)
                .create();
    }
}
