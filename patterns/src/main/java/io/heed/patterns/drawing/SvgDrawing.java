package io.heed.patterns.drawing;

import io.heed.patterns.definition.PatternDefinition;
import java.util.List;

/** Draws a pattern as an SVG that any page can show. */
public final class SvgDrawing {
    private static final int WIDTH = 920;
    private static final int MARGIN = 24;
    private static final double COLUMN = 7.25;
    private static final int LINE = 18;
    private static final int SENTENCE = 124;
    private static final int HEADING = 120;
    private static final int OPEN_END = 15;
    private static final String SPAN = "fill=\"none\" stroke=\"#8250df\" stroke-width=\"2\"";
    private static final Arrangement ARRANGEMENT = new Arrangement(120, 13, 20);

    private final SvgPage page = new SvgPage();
    private int y = MARGIN;

    private SvgDrawing() {}

    /** The text of the SVG; the same pattern gives the same text. */
    public static String of(PatternDefinition pattern) {
        SvgDrawing drawing = new SvgDrawing();
        drawing.heading(pattern);
        drawing.timeline(Wording.window(pattern), ARRANGEMENT.rows(Cards.of(pattern)));
        drawing.notes(Note.of(pattern));
        drawing.parameters(ParameterRow.of(pattern));
        return drawing.page.finish(WIDTH, drawing.y + 6, "Pattern " + pattern.name(), pattern.description());
    }

    private void heading(PatternDefinition pattern) {
        page.text(MARGIN, y + 14, "words heading", pattern.name());
        page.text(WIDTH - MARGIN, y + 14, "words faint end", "version " + pattern.version());
        y += 38;
        for (String line : LineBreaks.ofSentence(pattern.description(), SENTENCE)) {
            page.text(MARGIN, y, "words faint", line);
            y += LINE;
        }
        y += 8;
    }

    private void timeline(String window, List<List<Placed>> rows) {
        for (int row = 0; row < rows.size(); row++) {
            List<Placed> cards = rows.get(row);
            if (!window.isEmpty()) {
                span(window, right(cards), row == 0, row == rows.size() - 1);
            }
            int height = 0;
            for (Placed placed : cards) {
                draw(placed);
                height = Math.max(height, SvgCard.height(placed));
            }
            y += height + 26;
        }
    }

    private void draw(Placed placed) {
        int left = x(placed.left());
        Link link = placed.card().link();
        if (link != null) {
            new SvgArrow(page).draw(link, x(placed.left() - placed.gap()), left, y);
        }
        new SvgCard(page).draw(placed, left, y, x(placed.right()) - left);
    }

    /** The window above a row; where it goes on in another row, it is open at that end. */
    private void span(String window, int right, boolean begins, boolean ends) {
        int line = y + 6;
        String ticks = (begins ? "M%d %dv16".formatted(MARGIN, line - 8) : "")
                + (ends ? "M%d %dv16".formatted(right, line - 8) : "");
        page.path("M%d %dH%d".formatted(MARGIN, line, right) + ticks, SPAN);
        String open = (begins ? "" : "M%d %dh-%d".formatted(MARGIN - 3, line, OPEN_END))
                + (ends ? "" : "M%d %dh%d".formatted(right + 3, line, OPEN_END));
        if (!open.isEmpty()) {
            page.path(open, SPAN + " stroke-dasharray=\"3 3\"");
        }
        int width = window.length() * 7 + 24;
        int middle = (MARGIN + right) / 2;
        page.rectangle(middle - width / 2, line - 11, width, 22, 11, "fill=\"#fbefff\" stroke=\"#a475f9\"");
        page.textWithParameters(middle, line + 4, "words middle purple strong", window);
        y += 30;
    }

    private void notes(List<Note> notes) {
        for (Note note : notes) {
            page.text(MARGIN, y, "words strong", note.heading());
            for (String line : LineBreaks.ofSentence(note.text(), SENTENCE - 16)) {
                page.text(MARGIN + HEADING, y, "words faint", line);
                y += LINE;
            }
        }
    }

    private void parameters(List<ParameterRow> rows) {
        if (!rows.isEmpty()) {
            page.text(MARGIN, y, "words strong", "Parameters");
        }
        for (ParameterRow row : rows) {
            int left = MARGIN + HEADING;
            page.text(left, y, "parameter", row.name() + " = " + row.value());
            page.text(left + 170, y, "faint", row.bounds());
            for (String line : LineBreaks.ofSentence(row.description(), 68)) {
                page.text(left + 320, y, "words faint", line);
                y += LINE;
            }
        }
    }

    private static int right(List<Placed> row) {
        return x(row.get(row.size() - 1).right());
    }

    private static int x(int column) {
        return MARGIN + (int) Math.round(column * COLUMN);
    }
}
