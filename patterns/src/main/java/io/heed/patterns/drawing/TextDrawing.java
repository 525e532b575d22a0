package io.heed.patterns.drawing;

import io.heed.patterns.definition.PatternDefinition;
import java.util.ArrayList;
import java.util.List;

/** Draws a pattern for a terminal. */
public final class TextDrawing {
    /** No line is wider. */
    public static final int COLUMNS = 100;

    private static final int INDENTATION = 2;
    private static final int HEADING = 17;
    private static final Arrangement ARRANGEMENT = new Arrangement(COLUMNS - 2 * INDENTATION, 12, 19);

    private TextDrawing() {}

    /** The timeline of a pattern, and below it what a match does to others, what is recorded, and the parameters. */
    public static List<String> of(PatternDefinition pattern) {
        return of(Wording.window(pattern), Cards.of(pattern), Note.of(pattern), ParameterRow.of(pattern));
    }

    static List<String> of(String window, List<Card> cards, List<Note> notes, List<ParameterRow> parameters) {
        List<String> lines = new ArrayList<>(timeline(window, ARRANGEMENT.rows(cards)));
        if (!notes.isEmpty() || !parameters.isEmpty()) {
            lines.add("");
        }
        notes.forEach(note -> add(lines, note.heading(), note.text()));
        lines.addAll(table(parameters));
        return lines;
    }

    private static List<String> timeline(String window, List<List<Placed>> rows) {
        TextCanvas canvas = new TextCanvas(COLUMNS);
        for (int row = 0; row < rows.size(); row++) {
            int top = canvas.height() + (row == 0 ? 0 : 1);
            if (!window.isEmpty()) {
                span(canvas, top, window, rows.get(row), row == 0, row == rows.size() - 1);
                top++;
            }
            for (Placed placed : rows.get(row)) {
                new TextCard(canvas).draw(placed, INDENTATION, top);
                new TextArrow(canvas).draw(placed, INDENTATION, top);
            }
        }
        return canvas.lines();
    }

    /** The window above a row; where it goes on in another row, it is open at that end. */
    private static void span(
            TextCanvas canvas, int line, String window, List<Placed> row, boolean begins, boolean ends) {
        int width = row.get(row.size() - 1).right();
        canvas.put(INDENTATION, line, (begins ? "├──" : "╌╌╌") + "─".repeat(width - 6) + (ends ? "──┤" : "╌╌╌"));
        String label = " " + window + " ";
        if (label.length() <= width - 6) {
            canvas.centre(INDENTATION, width, line, label);
        }
    }

    private static void add(List<String> lines, String heading, String text) {
        String before = " ".repeat(INDENTATION) + heading;
        for (String line : LineBreaks.ofSentence(text, COLUMNS - INDENTATION - HEADING)) {
            lines.add(before + " ".repeat(INDENTATION + HEADING - before.length()) + line);
            before = "";
        }
    }

    private static List<String> table(List<ParameterRow> rows) {
        List<String> lines = new ArrayList<>();
        int name = rows.stream().mapToInt(row -> row.name().length()).max().orElse(0);
        int value = rows.stream().mapToInt(row -> row.value().length()).max().orElse(0);
        int bounds = rows.stream().mapToInt(row -> row.bounds().length()).max().orElse(0);
        for (ParameterRow row : rows) {
            String start = pad(row.name(), name) + " = " + pad(row.value(), value) + "  (" + row.bounds() + ")"
                    + " ".repeat(bounds - row.bounds().length() + 2);
            int room = COLUMNS - INDENTATION - HEADING - start.length();
            for (String line : LineBreaks.ofSentence(row.description(), Math.max(20, room))) {
                add(lines, lines.isEmpty() ? "Parameters" : "", start, line);
                start = " ".repeat(start.length());
            }
        }
        return lines;
    }

    private static void add(List<String> lines, String heading, String start, String text) {
        String line = " ".repeat(INDENTATION) + pad(heading, HEADING) + start + text;
        lines.add(line.stripTrailing());
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
