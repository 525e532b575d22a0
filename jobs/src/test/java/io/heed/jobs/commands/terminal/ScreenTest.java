package io.heed.jobs.commands.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ScreenTest {
    private final StringWriter results = new StringWriter();
    private final StringWriter news = new StringWriter();

    @Test
    void thereAreNoControlCharactersBesideATerminal() {
        Screen screen = screen(false, true);

        screen.tellInPlace("12 events");
        screen.tell("the first trigger");
        screen.print(screen.styled(Style.RED, "urgent"));

        assertThat(news.toString()).isEqualToNormalizingNewlines("the first trigger\n");
        assertThat(results.toString()).isEqualToNormalizingNewlines("urgent\n");
    }

    @Test
    void aLineThatChangesInPlaceGoesBeforeTheNextLine() {
        Screen screen = screen(true, false);

        screen.tellInPlace("12 events");
        screen.tellInPlace("24 events");
        screen.tell("done");

        assertThat(news.toString())
                .isEqualToNormalizingNewlines("\r\u001b[K12 events\r\u001b[K24 events\r\u001b[Kdone\n");
    }

    @Test
    void aLineThatChangesInPlaceNeverWraps() {
        screen(true, false).tellInPlace("x".repeat(500));

        assertThat(news.toString()).hasSize("\r\u001b[K".length() + Screen.COLUMNS - 1);
    }

    @Test
    void whoWantsNoColoursGetsNone() {
        assertThat(screen(true, false).styled(Style.RED, "urgent")).isEqualTo("urgent");
        assertThat(screen(true, true).styled(Style.RED, "urgent")).isEqualTo("\u001b[31murgent\u001b[0m");
    }

    private Screen screen(boolean terminal, boolean coloured) {
        return new Screen(new PrintWriter(results), new PrintWriter(news), terminal, coloured);
    }
}
