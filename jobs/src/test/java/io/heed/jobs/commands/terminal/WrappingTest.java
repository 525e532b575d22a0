package io.heed.jobs.commands.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WrappingTest {
    @Test
    void linesBreakBetweenWords() {
        assertThat(Wrapping.lines("the bill is  higher than usual", 12))
                .containsExactly("the bill is", "higher than", "usual");
    }

    @Test
    void aWordThatIsTooWideStandsAlone() {
        assertThat(Wrapping.lines("a telecommunications bill", 6)).containsExactly("a", "telecommunications", "bill");
    }

    @Property
    void noWordIsLostAndNoLineIsTooWide(
            @ForAll("words") List<String> words, @ForAll @IntRange(min = 8, max = 40) int columns) {
        List<String> lines = Wrapping.lines(String.join(" ", words), columns);

        assertThat(String.join(" ", lines)).isEqualTo(String.join(" ", words));
        assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(columns));
    }

    @Provide
    Arbitrary<List<String>> words() {
        return Arbitraries.strings()
                .alpha()
                .ofMinLength(1)
                .ofMaxLength(8)
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }
}
