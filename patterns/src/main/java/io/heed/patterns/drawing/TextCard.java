package io.heed.patterns.drawing;

import java.util.ArrayList;
import java.util.List;

/** Draws cards with lines that say what they stand for. */
final class TextCard {
    private final TextCanvas canvas;

    TextCard(TextCanvas canvas) {
        this.canvas = canvas;
    }

    void draw(Placed placed, int indentation, int top) {
        Card card = placed.card();
        Border border = Border.of(card.kind());
        CardText text = card.text(placed.width());
        int inner = placed.width() - Card.FRAME;
        int left = indentation + placed.left();
        List<String> lines = new ArrayList<>();
        lines.addAll(title(card, inner));
        lines.addAll(text.events());
        lines.addAll(text.remarks());
        int line = top;
        canvas.put(left, line++, border.top(placed.width()));
        for (String each : lines) {
            canvas.put(left, line++, border.side(each, inner));
        }
        if (!text.conditions().isEmpty()) {
            canvas.put(left, line++, border.middle(placed.width()));
        }
        for (String each : text.conditions()) {
            canvas.put(left, line++, border.side(each, inner));
        }
        canvas.put(left, line, border.bottom(placed.width()));
    }

    private static List<String> title(Card card, int inner) {
        int blanks = inner - card.heading().length() - card.count().length();
        if (blanks > 0) {
            return List.of(card.heading() + " ".repeat(blanks) + card.count());
        }
        List<String> lines = new ArrayList<>(LineBreaks.ofSentence(card.heading(), inner));
        if (card.isRepeated()) {
            lines.addAll(LineBreaks.ofSentence(card.count(), inner));
        }
        return lines;
    }

    /** The characters of a border: corners, a horizontal and a vertical one. */
    private record Border(String corners, String across, String down) {
        static Border of(Card.Kind kind) {
            return switch (kind) {
                case EVENT -> new Border("╭╮├┤╰╯", "─", "│");
                case OPTIONAL, ABSENCE -> new Border("╭╮├┤╰╯", "╌", "┆");
                case MATCH -> new Border("┏┓┣┫┗┛", "━", "┃");
            };
        }

        String top(int width) {
            return line(0, width);
        }

        String middle(int width) {
            return line(2, width);
        }

        String bottom(int width) {
            return line(4, width);
        }

        String side(String text, int inner) {
            return down + " " + text + " ".repeat(Math.max(0, inner - text.length())) + " " + down;
        }

        private String line(int corner, int width) {
            return corners.charAt(corner) + across.repeat(width - 2) + corners.charAt(corner + 1);
        }
    }
}
