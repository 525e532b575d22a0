package io.heed.patterns.drawing;

/** Draws cards in SVG: blue for events, red and crossed out for absences, amber for the moment of a match. */
final class SvgCard {
    private static final int TITLE = 32;
    private static final int LINE = 17;
    private static final int PADDING = 10;
    private static final int SIDE = 14;
    private static final int STACK = 4;
    private static final int BLANK = 7;

    private final SvgPage page;

    SvgCard(SvgPage page) {
        this.page = page;
    }

    /** How high a card is, with the cards that show below one whose event repeats. */
    static int height(Placed placed) {
        int conditions = placed.card().text(placed.width()).conditions().size();
        return header(placed)
                + (conditions == 0 ? 0 : conditions * LINE + PADDING + 2)
                + (placed.card().isRepeated() ? 2 * STACK : 0);
    }

    void draw(Placed placed, int left, int top, int width) {
        Card card = placed.card();
        Look look = Look.of(card.kind());
        int height = height(placed) - (card.isRepeated() ? 2 * STACK : 0);
        for (int behind = card.isRepeated() ? 2 : 0; behind > 0; behind--) {
            int moved = behind * STACK;
            page.rectangle(left + moved, top + moved, width, height, 8, "fill=\"#ffffff\" " + look.border);
        }
        page.rectangle(left, top, width, height, 8, "fill=\"#ffffff\"");
        page.path(header(left, top, width, header(placed), height), "fill=\"" + look.fill + "\"");
        if (card.kind() == Card.Kind.ABSENCE) {
            String cross = "M%d %dL%d %dM%d %dL%d %d"
                    .formatted(left, top, left + width, top + height, left, top + height, left + width, top);
            page.path(cross, "stroke=\"#cf222e\" stroke-opacity=\"0.22\" stroke-width=\"1.5\"");
        }
        page.rectangle(left, top, width, height, 8, "fill=\"none\" " + look.border);
        title(card, look, left, top, width);
        text(placed, look, left, top);
    }

    private void title(Card card, Look look, int left, int top, int width) {
        page.text(left + SIDE, top + 22, "words title " + look.colour, card.heading());
        if (card.isRepeated()) {
            page.text(left + width - SIDE, top + 22, "words strong end " + look.colour, card.count());
        }
    }

    private void text(Placed placed, Look look, int left, int top) {
        Card card = placed.card();
        CardText text = card.text(placed.width());
        int y = top + TITLE + 8;
        for (String line : text.events()) {
            page.text(left + SIDE, y, card.kind() == Card.Kind.MATCH ? "words " + look.colour : look.colour, line);
            y += LINE;
        }
        for (String line : text.remarks()) {
            page.text(left + SIDE, y, "words faint", line);
            y += LINE;
        }
        y += PADDING + 2;
        for (String line : text.conditions()) {
            int blanks = line.length() - line.stripLeading().length();
            page.textWithParameters(left + SIDE + blanks * BLANK, y, "code", line.strip());
            y += LINE;
        }
    }

    private static int header(Placed placed) {
        CardText text = placed.card().text(placed.width());
        return TITLE + (text.events().size() + text.remarks().size()) * LINE + 4;
    }

    /** The coloured upper part; its lower corners are round only where it is the whole card. */
    private static String header(int left, int top, int width, int header, int height) {
        int round = header >= height ? 8 : 0;
        return "M%d %dv%dq0 -8 8 -8h%dq8 0 8 8v%dq0 %d -%d %dh-%dq-%d 0 -%d -%dz"
                .formatted(
                        left,
                        top + 8,
                        0,
                        width - 16,
                        header - 8 - round,
                        round,
                        round,
                        round,
                        width - 2 * round,
                        round,
                        round,
                        round);
    }

    /** What a kind of card looks like. */
    private record Look(String colour, String fill, String border) {
        static Look of(Card.Kind kind) {
            return switch (kind) {
                case EVENT -> new Look("blue", "#ddf4ff", "stroke=\"#54aeff\" stroke-width=\"1.5\"");
                case OPTIONAL ->
                    new Look("blue", "#f0f9ff", "stroke=\"#54aeff\" stroke-width=\"1.5\" stroke-dasharray=\"5 4\"");
                case ABSENCE ->
                    new Look("red", "#ffebe9", "stroke=\"#cf222e\" stroke-width=\"1.5\" stroke-dasharray=\"5 4\"");
                case MATCH -> new Look("amber", "#fff8c5", "stroke=\"#bf8700\" stroke-width=\"2\"");
            };
        }
    }
}
