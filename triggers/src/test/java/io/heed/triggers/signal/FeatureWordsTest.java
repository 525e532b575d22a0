package io.heed.triggers.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.models.prediction.Arm;
import io.heed.models.prediction.Contribution;
import io.heed.models.prediction.Prediction;
import io.heed.triggers.signal.FeatureWords.Described;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeatureWordsTest {
    private static final FeatureWords WORDS = new FeatureWords(Map.of(
            "contacts_7d", new Described("Contacts begun in the last seven days; redials are one.", "contacts"),
            "wait", new Described("Longest wait. In the last week.", "min"),
            "ratio", new Described("Bill against the usual one", "ratio"),
            "unresolved", new Described("1 where the contact ended unresolved, 0 where it was resolved.", "flag"),
            "abandoned", new Described("1 where the customer gave up waiting, 0 otherwise.", "flag")));

    @Test
    void theFirstClauseOfTheDescriptionIsSaidWithTheValue() {
        assertThat(reasons(new Contribution("contacts_7d", 3.0, 0.2)))
                .containsExactly("contacts begun in the last seven days (3)");
        assertThat(reasons(new Contribution("wait", 7.456, 0.2))).containsExactly("longest wait (7.46 min)");
        assertThat(reasons(new Contribution("ratio", 1.5, 0.2))).containsExactly("bill against the usual one (1.5)");
    }

    @Test
    void aFlagSaysWhatIsSo() {
        assertThat(reasons(new Contribution("unresolved", 1.0, 0.2))).containsExactly("the contact ended unresolved");
        assertThat(reasons(new Contribution("unresolved", 0.0, 0.2))).containsExactly("it was resolved");
        assertThat(reasons(new Contribution("abandoned", 0.0, 0.2)))
                .containsExactly("not so: the customer gave up waiting");
    }

    @Test
    void whatIsAbsentOrNotDescribedIsSaidToo() {
        assertThat(reasons(new Contribution("wait", null, 0.2))).containsExactly("longest wait (not known)");
        assertThat(reasons(new Contribution("line_count", 2.0, 0.2))).containsExactly("line count (2)");
    }

    @Test
    void onlyTheThreeThatRaisedTheScoreMostAreSaid() {
        assertThat(reasons(
                        new Contribution("a", 1.0, 0.1),
                        new Contribution("b", 1.0, -0.5),
                        new Contribution("c", 1.0, 0.3),
                        new Contribution("d", 1.0, 0.2),
                        new Contribution("e", 1.0, 0.05)))
                .containsExactly("c (1)", "d (1)", "a (1)");
        assertThat(reasons()).isEmpty();
    }

    private static List<String> reasons(Contribution... contributions) {
        return WORDS.reasons(new Prediction(
                "m", 1, "hash", "t", "C1", Arm.CHAMPION, 0.6, 0.5, "e", 0, List.of(), 0.1, List.of(contributions)));
    }
}
