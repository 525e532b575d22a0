package io.heed.language.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StretchesTest {
    @Test
    void shortTurnsAreJoinedAndALongOneStandsAlone() {
        String thirty = words(30);
        String hundred = words(100);

        assertThat(Stretches.of(List.of("yes", " ", thirty, "no", thirty, hundred, "bye")))
                .containsExactly("yes\n" + thirty + "\nno", thirty, hundred, "bye");
    }

    @Test
    void oneTurnIsLeftAsItIs() {
        assertThat(Stretches.of(List.of(" no internet "))).containsExactly(" no internet ");
        assertThat(Stretches.of(List.of(" "))).isEmpty();
    }

    @Test
    void ofALongCallBeginningAndEndAreKept() {
        List<String> turns = IntStream.range(0, 50)
                .mapToObj(i -> "turn" + i + " " + words(59))
                .toList();

        List<String> stretches = Stretches.of(turns);

        assertThat(stretches).hasSize(20).startsWith(turns.get(0)).endsWith(turns.get(49));
        assertThat(stretches.get(9)).isEqualTo(turns.get(9));
        assertThat(stretches.get(10)).isEqualTo(turns.get(40));
    }

    private static String words(int count) {
        return String.join(" ", Collections.nCopies(count, "word"));
    }
}
