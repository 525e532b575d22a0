package io.heed.events.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ChangeRecordTest {
    private static final Change SET = new Change(
            12,
            1_000,
            DefinitionKind.PATTERN,
            ChangeAction.SET,
            "unused-addon",
            3,
            false,
            OnChange.FINISH,
            new TreeMap<>(Map.of("unused", "25d")),
            "");

    @Test
    void whatIsWrittenIsReadBack() {
        Change apply = new Change(
                7,
                2_000,
                DefinitionKind.PLAY,
                ChangeAction.APPLY,
                "explain-bill",
                2,
                true,
                null,
                new TreeMap<>(),
                "plays:\n  explain-bill: {version: 2}\n");

        assertThat(ChangeRecord.read(12, ChangeRecord.write(SET))).isEqualTo(SET);
        assertThat(ChangeRecord.read(7, ChangeRecord.write(apply))).isEqualTo(apply);
    }

    @Test
    void aChangeIsOneLineThatPeopleCanRead() {
        assertThat(ChangeRecord.write(SET))
                .isEqualTo(
                        "{\"kind\":\"pattern\",\"action\":\"set\",\"name\":\"unused-addon\",\"version\":3,"
                                + "\"at\":\"1970-01-01T00:00:01Z\",\"on-change\":\"finish\",\"parameters\":{\"unused\":\"25d\"}}");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        assertThatThrownBy(() -> ChangeRecord.read(
                        4, "{\"kind\":\"feeling\",\"action\":\"set\",\"nmae\":\"x\",\"at\":\"noon\"}"))
                .hasMessageContaining("change 4:1:")
                .hasMessageContaining("kind is not one of [pattern, play, feature, model]: feeling")
                .hasMessageContaining("key is missing: name")
                .hasMessageContaining("at is not")
                .hasMessageContaining("nmae");
    }

    @Test
    void aFeatureIsAppliedOrRemovedAndNothingElse() {
        String what = "{\"kind\":\"feature\",\"name\":\"calls_7d\",\"at\":\"2026-03-01T00:00:00Z\",\"action\":";

        assertThat(ChangeRecord.read(4, what + "\"remove\"}").kind()).isEqualTo(DefinitionKind.FEATURE);
        assertThatThrownBy(() -> ChangeRecord.read(4, what + "\"pause\"}"))
                .hasMessageContaining("a feature is applied or removed and nothing else: calls_7d");
        assertThatThrownBy(() -> ChangeRecord.read(4, what + "\"set\",\"parameters\":{\"window\":\"8d\"}}"))
                .hasMessageContaining("a feature has no parameters: calls_7d");
        assertThatThrownBy(() -> ChangeRecord.read(4, what + "\"remove\",\"shadow\":true}"))
                .hasMessageContaining("a feature has neither shadow nor on-change: calls_7d");
    }

    @Test
    void aSetWithoutParametersIsRefused() {
        assertThatThrownBy(() -> ChangeRecord.read(
                        4, "{\"kind\":\"pattern\",\"action\":\"set\",\"name\":\"x\",\"at\":\"2026-03-01T00:00:00Z\"}"))
                .hasMessageContaining(
                        "parameters stand with set, and only there: x (legal: parameters: {unused: 25d})");
    }
}
