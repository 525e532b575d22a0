package io.heed.patterns.drawing;

/** Draws arrows in SVG; each manner has a line of its own. */
final class SvgArrow {
    /** How far below the top of its card an arrow runs. */
    static final int BELOW_TOP = 36;

    private static final String GREY = "fill=\"none\" stroke=\"#59636e\" stroke-width=\"2\"";
    private static final String RED = "fill=\"none\" stroke=\"#cf222e\" stroke-width=\"2\"";
    private static final String AMBER = "fill=\"none\" stroke=\"#bf8700\" stroke-width=\"2\"";
    private static final String DASHED = " stroke-dasharray=\"5 4\"";
    private static final int FAN = 14;

    private final SvgPage page;

    SvgArrow(SvgPage page) {
        this.page = page;
    }

    /** Draws an arrow between two columns of pixels. */
    void draw(Link link, int from, int to, int top) {
        int y = top + BELOW_TOP;
        int left = from + 12;
        int right = to - 6;
        int middle = (left + right) / 2;
        int fan = link.manner() == Manner.EACH_LATER ? FAN : 0;
        page.text(
                middle,
                y - 12 - fan,
                "words strong middle " + colour(link.manner()),
                link.manner().word());
        line(link.manner(), left, right, y);
        if (!link.limit().isEmpty()) {
            int width = link.limit().length() * 7 + 16;
            page.rectangle(middle - width / 2, y + 10 + fan, width, 20, 10, "fill=\"#fbefff\" stroke=\"#a475f9\"");
            page.text(middle, y + 24 + fan, "words strong middle purple", link.limit());
        }
    }

    private void line(Manner manner, int left, int right, int y) {
        int middle = (left + right) / 2;
        switch (manner) {
            case NEXT -> {
                page.path(straight(left, right - 6, y), GREY.replace("\"2\"", "\"4\""));
                head(right, y, "#59636e");
            }
            case LATER -> {
                page.path(straight(left, middle - 13, y) + straight(middle + 13, right - 6, y), GREY);
                page.path(dots(middle, y), "stroke=\"#59636e\" stroke-width=\"3.5\" stroke-linecap=\"round\"");
                head(right, y, "#59636e");
            }
            case EACH_LATER -> fan(left, right, y);
            case NOT_NEXT -> {
                page.path(straight(left, right - 6, y), RED.replace("\"2\"", "\"4\""));
                head(right, y, "#cf222e");
                cross(middle, y);
            }
            case WITHOUT -> {
                page.path(straight(left, right - 6, y), RED + DASHED);
                head(right, y, "#cf222e");
                cross(middle, y);
            }
            case UNTIL -> {
                page.path(straight(left, right - 6, y), AMBER + DASHED);
                head(right, y, "#bf8700");
            }
        }
    }

    private void fan(int left, int right, int y) {
        int fork = left + (right - left) / 4;
        StringBuilder way = new StringBuilder(straight(left, right - 6, y));
        for (int end : new int[] {y - FAN, y + FAN}) {
            way.append("M%d %dC%d %d %d %d %d %dH%d"
                    .formatted(fork, y, fork + 14, y, fork + 10, end, fork + 26, end, right - 6));
            head(right, end, "#59636e");
        }
        page.path(way.toString(), GREY);
        head(right, y, "#59636e");
    }

    private void cross(int x, int y) {
        page.path(
                "M%d %da9 9 0 1 0 18 0a9 9 0 1 0 -18 0".formatted(x - 9, y),
                "fill=\"#ffffff\" stroke=\"#cf222e\" stroke-width=\"2\"");
        page.path("M%d %dl8 8m0 -8l-8 8".formatted(x - 4, y - 4), RED);
    }

    private void head(int tip, int y, String colour) {
        page.path("M%d %dl-10 -5v10z".formatted(tip, y), "fill=\"" + colour + "\"");
    }

    private static String straight(int from, int to, int y) {
        return "M%d %dH%d".formatted(from, y, to);
    }

    private static String dots(int middle, int y) {
        return "M%d %dh0m7 0h0m7 0h0".formatted(middle - 7, y);
    }

    private static String colour(Manner manner) {
        return switch (manner) {
            case NEXT, LATER, EACH_LATER -> "faint";
            case NOT_NEXT, WITHOUT -> "red";
            case UNTIL -> "amber";
        };
    }
}
