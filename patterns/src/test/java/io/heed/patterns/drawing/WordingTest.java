package io.heed.patterns.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.patterns.definition.Contiguity;
import io.heed.patterns.definition.Repetition;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordingTest {
    @Test
    void listsEndWithOr() {
        assertThat(Wording.either(List.of("a"))).isEqualTo("a");
        assertThat(Wording.either(List.of("a", "b", "c"))).isEqualTo("a, b or c");
    }

    @Test
    void lengthsAreSaidInTheLargestWholeUnit() {
        assertThat(Wording.length(60_000)).isEqualTo("1 minute");
        assertThat(Wording.length(5_400_000)).isEqualTo("90 minutes");
        assertThat(Wording.length(86_400_000)).isEqualTo("24 hours");
        assertThat(Wording.length(30 * 86_400_000L)).isEqualTo("30 days");
    }

    @Test
    void repetitionsAreCounted() {
        assertThat(count(1, 1)).isEmpty();
        assertThat(count(2, 2)).isEqualTo("2 times");
        assertThat(count(2, 4)).isEqualTo("2 to 4 times");
        assertThat(count(3, Repetition.UNBOUNDED)).isEqualTo("3 times or more");
        assertThat(count(1, Repetition.UNBOUNDED)).isEqualTo("once or more");
    }

    private static String count(int from, int to) {
        return Wording.count(new Repetition(from, to, Contiguity.FOLLOWED_BY, false));
    }
}
