package io.heed.replay.simulation.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heed.replay.simulation.chance.Chance;
import io.heed.replay.simulation.chance.Seed;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WordingTest {
    private final Chance chance = new Seed(9).chance();
    private final Identity identity = Identity.draw(chance);

    @Test
    void cardNumbersHaveARightCheckDigit() {
        for (int i = 0; i < 200; i++) {
            String digits = Identity.draw(chance).card().replaceAll("[^0-9]", "");
            assertThat(digits).hasSize(16);
            assertThat(luhnSum(digits) % 10).isZero();
        }
    }

    @Test
    void phoneNumbersAreOfTheRangeKeptForFiction() {
        for (int i = 0; i < 50; i++) {
            assertThat(Identity.draw(chance).phone().replaceAll("[^0-9]", "")).matches("[2-9]\\d\\d55501\\d\\d");
        }
    }

    @Test
    void answersAreVaried() {
        Wording wording = new Wording("en", 0.3, identity);
        Set<String> said = new HashSet<>();
        for (int i = 0; i < 300; i++) {
            said.add(wording.farewell(Emotion.SATISFIED, chance).text());
        }
        assertThat(said).hasSizeGreaterThan(25);
    }

    @Test
    void bothLanguagesHaveWordsForEveryEmotion() {
        for (String language : Set.of("en", "es")) {
            Wording wording = new Wording(language, 1, identity);
            for (Emotion emotion : Emotion.values()) {
                assertThat(wording.farewell(emotion, chance).text()).isNotBlank();
                assertThat(wording.reply(emotion, chance).text()).isNotBlank();
            }
        }
    }

    @Test
    void plantedDataIsNamedInTheTruth() {
        Wording wording = new Wording("en", 1, identity);
        int planted = 0;
        for (int i = 0; i < 300; i++) {
            Utterance said = wording.answer(Emotion.CALM, chance);
            boolean shows = said.text().contains(identity.name())
                    || said.text().contains(identity.phone())
                    || said.text().contains(identity.email())
                    || said.text().contains(identity.card());
            assertThat(said.personal().isEmpty()).isEqualTo(!shows);
            planted += shows ? 1 : 0;
        }
        assertThat(planted).isBetween(20, 120);
    }

    @Test
    void anUnknownLanguageIsRefused() {
        assertThatThrownBy(() -> new Wording("xx", 1, identity)).hasMessageContaining("language is not one of");
    }

    private static int luhnSum(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int counted = i % 2 == 1 ? digit * 2 : digit;
            sum += counted / 10 + counted % 10;
        }
        return sum;
    }
}
