package io.heed.language.reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heed.events.yaml.InvalidDefinitionsException;
import io.heed.language.ServiceCorpus;
import io.heed.language.emotion.EmotionModel;
import io.heed.models.repository.ModelRepository;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ContactReasonsTest {
    private static final Path SHIPPED = ServiceCorpus.workspace().resolve("language/definitions/contact-reasons.yaml");

    private final EmotionModel encoder =
            EmotionModel.champion(new ModelRepository(ServiceCorpus.workspace().resolve("models/repository")));

    @Test
    void theShippedReasonsAreRecognised() {
        ContactReasons reasons = shipped();
        assertThat(reason(reasons, "you took the payment twice and my invoice is wrong"))
                .isEqualTo("billing");
        assertThat(reason(reasons, "no internet and no signal since this morning"))
                .isEqualTo("network");
        assertThat(reason(reasons, "the courier never brought my parcel")).isEqualTo("order");
        assertThat(reason(reasons, "I want to leave, give me my PAC code")).isEqualTo("cancellation");
        assertThat(reason(reasons, "the reset link does not work and i'm locked out"))
                .isEqualTo("account-access");
        assertThat(reason(reasons, "how much is the roaming pass for France")).isEqualTo("add-on");
    }

    @Test
    void halfOfTheSingleMessagesOfTheTestPartHaveTheReasonOfTheirConversation() {
        ContactReasons reasons = shipped();
        List<ServiceCorpus.Message> messages = ServiceCorpus.read("en", "test");
        long right = messages.stream()
                .filter(message -> reason(reasons, message.text()).equals(message.reason()))
                .count();
        assertThat((double) right / messages.size()).isGreaterThan(0.45);
    }

    @Test
    void aNewReasonNeedsAnEntryAlone() {
        ContactReasons reasons = new ContactReasons(ReasonTaxonomy.read("reasons.yaml", """
                languages: [en]
                reasons:
                  parking:
                    words: [park*]
                    examples: [where can I park at your shop, is there a car park nearby]
                  billing:
                    examples: [why is my bill so high, you charged me twice]
                """), this::meaning);
        assertThat(reason(reasons, "do you have parking for my car")).isEqualTo("parking");
        assertThat(reasons.recognise("do you have parking", meaning("do you have parking"))
                        .confidence())
                .isBetween(0.5, 1.0);
        assertThat(reasons.reads("es")).isFalse();
    }

    @Test
    void everyProblemOfAFileIsNamedWithItsPlace() {
        assertThatThrownBy(() -> ReasonTaxonomy.read("reasons.yaml", """
                languages: [en]
                reasons:
                  Billing:
                    examples: [one, two]
                  network:
                    example: [one, two]
                """))
                .isInstanceOf(InvalidDefinitionsException.class)
                .hasMessageContaining("reasons.yaml:3:3: reason is not lower-case letters, digits and hyphens: Billing")
                .hasMessageContaining("reasons.yaml:6:5")
                .hasMessageContaining("examples");
    }

    private float[] meaning(String text) {
        return encoder.read(text).meaning();
    }

    private ContactReasons shipped() {
        return new ContactReasons(ReasonTaxonomy.read(SHIPPED), this::meaning);
    }

    private String reason(ContactReasons reasons, String text) {
        return reasons.recognise(text, meaning(text)).name();
    }
}
