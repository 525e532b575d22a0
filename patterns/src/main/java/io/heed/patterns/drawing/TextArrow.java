package io.heed.patterns.drawing;

/** Draws arrows between cards; each manner has a line of its own. */
final class TextArrow {
    private static final int BELOW_TOP = 2;

    private final TextCanvas canvas;

    TextArrow(TextCanvas canvas) {
        this.canvas = canvas;
    }

    void draw(Placed placed, int indentation, int top) {
        Link link = placed.card().link();
        if (link == null) {
            return;
        }
        int left = indentation + placed.left() - placed.gap();
        int line = top + BELOW_TOP;
        int fan = link.manner() == Manner.EACH_LATER ? 1 : 0;
        canvas.centre(left, placed.gap(), line - 1 - fan, link.manner().word());
        canvas.centre(left, placed.gap(), line + 1 + fan, link.limit());
        int length = placed.gap() - 3;
        canvas.put(left + 1, line, line(link.manner(), length) + "►");
        if (fan > 0) {
            int branch = length / 2;
            canvas.put(left + 1 + branch, line - 1, "╭" + "─".repeat(length - branch - 1) + "►");
            canvas.put(left + 1 + branch, line + 1, "╰" + "─".repeat(length - branch - 1) + "►");
        }
    }

    private static String line(Manner manner, int length) {
        return switch (manner) {
            case NEXT -> "━".repeat(length);
            case LATER -> withMiddle("─", " ··· ", length);
            case EACH_LATER -> withMiddleAt("─", "┼", length, length / 2);
            case NOT_NEXT -> withMiddle("━", " ✗ ", length);
            case WITHOUT -> withMiddle("╌", " ✗ ", length);
            case UNTIL -> "╌".repeat(length);
        };
    }

    private static String withMiddle(String stroke, String middle, int length) {
        return withMiddleAt(stroke, middle, length, (length - middle.length()) / 2);
    }

    private static String withMiddleAt(String stroke, String middle, int length, int at) {
        return stroke.repeat(at) + middle + stroke.repeat(length - at - middle.length());
    }
}
