package io.heed.jobs.commands.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void numbersStandRightAndTextStandsLeft() {
        TextTable table = new TextTable("Play", "Raised");
        table.add("explain-bill", "7");
        table.add("call", "1,234");

        assertThat(table.lines())
                .containsExactly("Play          Raised", "explain-bill       7", "call           1,234");
    }

    @Test
    void linesHaveNoBlanksAtTheirEnd() {
        TextTable table = new TextTable("Play", "Now");
        table.add("explain-bill", "");

        assertThat(table.lines()).allSatisfy(line -> assertThat(line).isEqualTo(line.stripTrailing()));
    }

    @Test
    void aRowWithTooFewCellsIsRefused() {
        assertThatThrownBy(() -> new TextTable("Play", "Raised").add("explain-bill"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cells are not 2");
    }
}
