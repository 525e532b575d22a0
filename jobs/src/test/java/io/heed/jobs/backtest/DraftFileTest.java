package io.heed.jobs.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heed.events.change.DefinitionKind;
import io.heed.events.yaml.InvalidDefinitionsException;
import org.junit.jupiter.api.Test;

class DraftFileTest {
    private static final String BOTH = """
            # a rule and what to do about it
            patterns:
              silence:
                version: 2 # the second
                description: None.
              calls: {description: None.}
            plays:
              call-back:
                description: None.
            """;

    @Test
    void aFileIsTakenApartByKindAndEveryLineStaysWhereItIs() {
        DraftFile file = DraftFile.read("draft.yaml", BOTH);

        assertThat(file.drafts()).extracting(DraftFile.Draft::name).containsExactly("silence", "calls", "call-back");
        assertThat(file.drafts()).extracting(DraftFile.Draft::version).containsExactly(2, 1, 1);
        assertThat(file.part(DefinitionKind.PLAY).text()).isEqualTo("""






                plays:
                  call-back:
                    description: None.
                """);
        assertThat(file.part(DefinitionKind.PATTERN).text())
                .startsWith("# a rule")
                .contains("calls:")
                .doesNotContain("plays");
    }

    @Test
    void aVersionIsPutInThePlaceOfAnother() {
        assertThat(withVersion(0)).contains("    version: 7 # the second\n");
    }

    @Test
    void aVersionIsPutWhereThereIsNone() {
        assertThat(withVersion(1)).contains("  calls: {version: 7, description: None.}\n");
        assertThat(withVersion(2)).contains("  call-back:\n    version: 7\n    description: None.\n");
    }

    @Test
    void whatIsNeitherAPatternNorAPlayIsRefused() {
        assertThatThrownBy(() -> DraftFile.read("draft.yaml", BOTH + "policy: {time-zone: UTC}\n"))
                .isInstanceOf(InvalidDefinitionsException.class)
                .hasMessageContaining("draft.yaml:10:1: unknown key: policy");
        assertThatThrownBy(() -> DraftFile.read("draft.yaml", "patterns: {}\n"))
                .hasMessageContaining("file holds neither patterns nor plays");
    }

    private static String withVersion(int index) {
        DraftFile file = DraftFile.read("draft.yaml", BOTH);
        return file.partWith(file.drafts().get(index), 7).text();
    }
}
