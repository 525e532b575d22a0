package io.heed.language.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.heed.language.redaction.PlantedApart.Corpus;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Judges redaction on messages that it was not tuned on; docs/language.md has the measured figures. */
final class PlantedApartTest {
    private static RedactionFigures asTyped;
    private static RedactionFigures inSmallLetters;
    private static RedactionFigures shapes;

    @BeforeAll
    static void judge() {
        Redactor redactor = Redactor.create(HashingKey.of("a key for tests alone"));
        assumeThat(redactor.findsNames()).as("built with CoreNLP").isTrue();
        asTyped = RedactionFigures.of(redactor, PlantedApart.messages(Corpus.JUDGING, false));
        shapes = RedactionFigures.of(redactor, PlantedApart.messages(Corpus.SHAPES, false));
        inSmallLetters = RedactionFigures.of(redactor, PlantedApart.messages(Corpus.JUDGING, true));
    }

    /** The aim is 0.99; this is what is reached. */
    @Test
    void ofStructuredIdentifiersAsTypedNinetySevenInAHundredAreGone() {
        assertThat(asTyped.structuredShare()).as("%s", asTyped).isGreaterThanOrEqualTo(0.97);
    }

    @Test
    void everyShapeThatIsWrittenDownIsGone() {
        assertThat(shapes.missed()).isEmpty();
    }

    @Test
    void ofNamesAsTypedNineInTenAreGone() {
        assertThat(asTyped.nameShare()).as("%s", asTyped).isGreaterThanOrEqualTo(0.90);
    }

    @Test
    void ofNamesInSmallLettersThreeInFourAreGone() {
        assertThat(inSmallLetters.nameShare()).as("%s", inSmallLetters).isGreaterThanOrEqualTo(0.75);
    }

    @Test
    void fewerThanOneFalseHitIsMadeInTwoHundredWords() {
        assertThat(asTyped.wordsPerFalseHit()).as("%s", asTyped).isGreaterThan(200);
        assertThat(inSmallLetters.wordsPerFalseHit()).as("%s", inSmallLetters).isGreaterThan(200);
    }

    @Test
    void whatIsFoundIsMostlyCalledByItsKind() {
        assertThat(asTyped.rightKindShare()).as("%s", asTyped).isGreaterThanOrEqualTo(0.95);
    }
}
