package io.heed.language.corenlp;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.language.redaction.Capitals;
import io.heed.language.redaction.PersonalKind;
import io.heed.language.redaction.PersonalSpan;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CrfNameFinderTest {
    private static final CrfNameFinder FINDER = new CrfNameFinder();

    @Test
    void namesAreFoundWithAndWithoutCapitals() {
        assertThat(names("Yesterday I spoke to Maria Gonzalez about the refund"))
                .containsExactly("Maria Gonzalez");
        assertThat(names("yesterday i spoke to maria gonzalez about the refund"))
                .containsExactly("maria gonzalez");
    }

    @Test
    void whatWasReadBeforeChangesNothing() {
        String text = "please ask sandy about the brook street visit";
        List<String> first = names(text);
        for (int i = 0; i < 200; i++) {
            find(FINDER, "Sandy Brook met Street Sandy number " + i + " in Brook");
        }
        assertThat(names(text)).isEqualTo(first);
        assertThat(find(new CrfNameFinder(), text)).isEqualTo(find(FINDER, text));
    }

    @Test
    void namesBeyondTheFirstPieceOfALongTextAreFound() {
        String text = "the line is down again. ".repeat(120) + "Please call Maria Gonzalez.";
        assertThat(names(text)).containsExactly("Maria Gonzalez");
    }

    @Test
    void capitalsTellNamesOnlyWhereTheWriterUsesThem() {
        assertThat(Capitals.tellNames("I spoke to Maria")).isTrue();
        assertThat(Capitals.tellNames("i spoke to maria")).isFalse();
        assertThat(Capitals.tellNames("Hello. I spoke to maria. Then i left")).isFalse();
        assertThat(Capitals.tellNames("I SPOKE TO MARIA")).isFalse();
        assertThat(Capitals.tellNames("")).isFalse();
    }

    @Test
    void onlyWhatLiesAroundPossibleNamesIsRead() {
        String text = "Maria Gonzalez called. " + "The line is down again. ".repeat(5) + "Please call Peter Miller.";
        BitSet possible = new BitSet();
        possible.set(0, 5);
        assertThat(FINDER.find(text, possible)).containsExactly(new PersonalSpan(PersonalKind.NAME, 0, 14));
        assertThat(FINDER.find(text, new BitSet())).isEmpty();
    }

    private static List<PersonalSpan> find(CrfNameFinder finder, String text) {
        BitSet possible = new BitSet();
        possible.set(0, text.length());
        return finder.find(text, possible);
    }

    private List<String> names(String text) {
        return find(FINDER, text).stream()
                .map(span -> text.substring(span.start(), span.end()))
                .toList();
    }
}
