package io.heed.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heed.language.redaction.HashingKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LanguageUnderstandingTest {
    private static final HashingKey KEY = HashingKey.of("a key for tests alone");

    private final LanguageUnderstanding understanding =
            LanguageUnderstanding.shared(new LanguageOptions(KEY, ServiceCorpus.workspace(), "en"));

    @Test
    void aCustomersMessageIsRedactedAndScored() {
        Understanding angry = understanding.understand(customer(
                "this is a DISGRACE, you charged me twice AGAIN. call me on 07700 900123 or i am going to my lawyer"));
        assertThat(angry.redactedText()).doesNotContain("07700").contains("[PHONE:");
        assertThat(angry.withheld()).isFalse();
        assertThat(angry.language()).isEqualTo("en");
        assertThat(angry.emotionalState()).isIn("angry", "frustrated");
        assertThat(angry.distress().orElseThrow()).isGreaterThan(understanding.distressThreshold());
        assertThat(angry.reason().orElseThrow().name()).isEqualTo("billing");

        Understanding content = understanding.understand(customer("thank you so much, that was really quick and kind"));
        assertThat(content.emotionalState()).isEqualTo("satisfied");
        assertThat(content.distress().orElseThrow()).isLessThan(understanding.distressThreshold());
    }

    @Test
    void agentsAndBotsAreRedactedButNeverScored() {
        for (Speaker speaker : List.of(Speaker.AGENT, Speaker.BOT)) {
            Understanding turn = understanding.understand(new CustomerMessage(
                    "I understand you are furious, please call us on 07700 900123", "c1", speaker, null));
            assertThat(turn.redactedText()).contains("[PHONE:").doesNotContain("07700");
            assertThat(turn.emotion()).isEmpty();
            assertThat(turn.reason()).isEmpty();
            assertThat(turn.emotionalState()).isEqualTo(Understanding.UNKNOWN);
            assertThat(turn.distress()).isEmpty();
        }
    }

    @Test
    void spanishIsRedactedButItsEmotionIsUnknown() {
        Understanding spanish = understanding.understand(
                customer("es una vergüenza, llevo cuatro días sin internet y mi móvil es 612 345 678"));
        assertThat(spanish.language()).isEqualTo("es");
        assertThat(spanish.withheld()).isFalse();
        assertThat(spanish.redactedText()).contains("[PHONE:").doesNotContain("612");
        assertThat(spanish.emotionalState()).isEqualTo("unknown");
        assertThat(spanish.reason()).isEmpty();
    }

    @Test
    void textOfWhichHardlyAWordIsKnownIsWithheldAndNeverCalm() {
        for (String text : List.of(
                "La mia bolletta è sbagliata, sono arrabbiato",
                "internet saya mati sejak kemarin",
                "mera internet nahi chal raha hai",
                "lorem ipsum dolor sit amet consectetur")) {
            Understanding foreign = understanding.understand(customer(text));
            assertThat(foreign.withheld()).as(text).isTrue();
            assertThat(foreign.emotionalState()).as(text).isEqualTo("unknown");
        }
    }

    @Test
    void whatSaysNothingIsUnknown() {
        for (String text :
                List.of("1234", "https://t.co/a1b2c3", "...", "07700 900123", "[PHONE]", "@BrightTel 12.50")) {
            assertThat(understanding.understand(customer(text)).emotionalState())
                    .as(text)
                    .isEqualTo("unknown");
        }
        assertThat(understanding
                        .understand(customer("\uD83D\uDE21\uD83D\uDE21\uD83D\uDE21"))
                        .emotion())
                .isPresent();
    }

    @Test
    void textInALanguageWithoutRedactorIsWithheld() {
        for (String text :
                List.of("Bonjour, je suis Amélie et ma facture est beaucoup trop élevée", "Почему нет интернета")) {
            Understanding foreign = understanding.understand(customer(text));
            assertThat(foreign.withheld()).isTrue();
            assertThat(foreign.redactedText()).isEmpty();
            assertThat(foreign.emotionalState()).isEqualTo("unknown");
        }
    }

    @Test
    void anEmptyMessageIsNotScored() {
        assertThat(understanding.understand(customer("  ")).emotion()).isEmpty();
    }

    @Test
    void aScoreIsTheSameWhateverElseIsInFlight() throws InterruptedException, ExecutionException {
        List<CustomerMessage> messages = ServiceCorpus.read("en", "test").stream()
                .map(message -> customer(message.text()))
                .limit(60)
                .toList();
        List<Understanding> alone =
                messages.stream().map(understanding::understand).toList();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Boolean>> same = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                same.add(threads.submit(sameInAnotherOrder(messages, alone, thread)));
            }
            for (Future<Boolean> result : same) {
                assertThat(result.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void thereIsOneInstanceForTheSameOptions() {
        assertThat(LanguageUnderstanding.shared(new LanguageOptions(KEY, ServiceCorpus.workspace(), "en")))
                .isSameAs(understanding);
    }

    @Test
    void aWorkspaceWithoutModelsIsUnderstoodAsFarAsItGoes(@TempDir Path empty) {
        LanguageUnderstanding bare = LanguageUnderstanding.shared(new LanguageOptions(KEY, empty, "en"));
        Understanding understood = bare.understand(customer("why is my bill so high, i am angry"));
        assertThat(bare.emotionsAreRead()).isFalse();
        assertThat(understood.redactedText()).isEqualTo("why is my bill so high, i am angry");
        assertThat(understood.emotionalState()).isEqualTo("unknown");
        assertThat(understood.reason()).isEmpty();
    }

    @Test
    void theUsualLanguageIsACode() {
        assertThatThrownBy(() -> new LanguageOptions(KEY, Path.of("."), "english"))
                .hasMessage("usual-language is not an ISO 639-1 code: english (legal: en)");
    }

    private Callable<Boolean> sameInAnotherOrder(List<CustomerMessage> messages, List<Understanding> alone, long seed) {
        return () -> {
            List<Integer> order = new ArrayList<>();
            for (int i = 0; i < messages.size(); i++) {
                order.add(i);
            }
            Collections.shuffle(order, new Random(seed));
            return order.stream()
                    .allMatch(i -> understanding.understand(messages.get(i)).equals(alone.get(i)));
        };
    }

    private static CustomerMessage customer(String text) {
        return new CustomerMessage(text, "c1", Speaker.CUSTOMER, null);
    }
}
