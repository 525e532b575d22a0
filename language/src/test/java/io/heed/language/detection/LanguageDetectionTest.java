package io.heed.language.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.language.ServiceCorpus;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LanguageDetectionTest {
    private final LanguageDetection detection = LanguageDetection.shared();

    @Test
    void nearlyEveryMessageOfTheServiceCorpusHasItsLanguage() {
        assertThat(wrong(ServiceCorpus.messages("en"), "en")).hasSizeLessThanOrEqualTo(6);
        assertThat(wrong(ServiceCorpus.messages("es"), "en")).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void aShortTextFallsBackToTheExpectedLanguage() {
        assertThat(detection.detect("ok", "es")).isEqualTo("es");
        assertThat(detection.detect("no", "en")).isEqualTo("en");
        assertThat(detection.detect("", "es")).isEqualTo("es");
        assertThat(detection.detect("\uD83D\uDC4D", "en")).isEqualTo("en");
        assertThat(detection.detect("[PHONE:3fa2c1]", "es")).isEqualTo("es");
    }

    @Test
    void otherLanguagesAreTold() {
        assertThat(detection.detect("Bonjour, ma facture est beaucoup trop élevée ce mois-ci", "en"))
                .isEqualTo("fr");
        assertThat(detection.detect("Warum ist meine Rechnung diesen Monat so hoch?", "en"))
                .isEqualTo("de");
        assertThat(detection.detect("hola, no tengo internet desde ayer", "en")).isEqualTo("es");
        assertThat(detection.detect("why is there no internet since yesterday", "es"))
                .isEqualTo("en");
    }

    @Test
    void aScriptOfNoKnownLanguageIsUndetermined() {
        assertThat(detection.detect("Почему нет интернета", "en")).isEqualTo(LanguageDetection.UNDETERMINED);
        assertThat(detection.detect("インターネットがつながりません", "en")).isEqualTo(LanguageDetection.UNDETERMINED);
    }

    private List<String> wrong(List<ServiceCorpus.Message> messages, String expected) {
        return messages.stream()
                .filter(message -> !detection.detect(message.text(), expected).equals(message.language()))
                .map(ServiceCorpus.Message::text)
                .toList();
    }
}
