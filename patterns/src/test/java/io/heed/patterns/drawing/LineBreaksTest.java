package io.heed.patterns.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LineBreaksTest {
    @Test
    void aConditionBreaksBeforeAWordThatJoins() {
        assertThat(LineBreaks.ofCondition("and (not has(a.from) or a.from = b.time)", 30))
                .containsExactly("and (not has(a.from)", "    or a.from = b.time)");
    }

    @Test
    void aSentenceBreaksWhereTheLineIsFull() {
        assertThat(LineBreaks.ofSentence("first and final bills are no measure", 20))
                .containsExactly("first and final", "bills are no measure");
    }

    @Test
    void aWordThatIsTooWideBreaksBetweenItsParts() {
        assertThat(LineBreaks.ofCondition("and features.bills_since_last_month", 24))
                .containsExactly("and features.bills_", "    since_last_month");
    }

    @Property
    void nothingIsLostAndNoLineIsTooWide(
            @ForAll("words") List<String> words, @ForAll @IntRange(min = 6, max = 40) int columns) {
        List<String> lines = LineBreaks.ofCondition(String.join(" ", words), columns);

        assertThat(String.join("", lines).replace(" ", "")).isEqualTo(String.join("", words));
        assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(columns));
    }

    @Provide
    Arbitrary<List<String>> words() {
        Arbitrary<String> word =
                Arbitraries.strings().withChars("ab._(").ofMinLength(1).ofMaxLength(30);
        return Arbitraries.oneOf(word, Arbitraries.of("and", "or", "?", ":"))
                .list()
                .ofMinSize(1)
                .ofMaxSize(20);
    }
}
