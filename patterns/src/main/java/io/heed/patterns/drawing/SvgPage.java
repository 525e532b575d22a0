package io.heed.patterns.drawing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes SVG that stands by itself: no script, no font of its own, and a background that hides the page's. */
final class SvgPage {
    private static final Pattern PARAMETER = Pattern.compile("parameters\\.[A-Za-z][A-Za-z0-9]*");
    private static final String STYLE = """
            <style>
              text { font: 12px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; fill: #1f2328; }
              .words { font-family: -apple-system, "Segoe UI", Helvetica, Arial, "DejaVu Sans", sans-serif; }
              .heading { font-size: 18px; font-weight: 600; }
              .title { font-size: 14px; font-weight: 600; }
              .small { font-size: 11px; }
              .strong { font-weight: 600; }
              .faint { fill: #59636e; }
              .middle { text-anchor: middle; }
              .end { text-anchor: end; }
              .blue { fill: #0550ae; }
              .red { fill: #b3202a; }
              .amber { fill: #7d4e00; }
              .purple { fill: #6639ba; }
              .white { fill: #ffffff; }
              .parameter { fill: #6639ba; font-weight: 600; }
            </style>
            """;

    private final StringBuilder body = new StringBuilder();

    /** A rectangle with round corners; the paint is attributes such as {@code fill="none"}. */
    void rectangle(int x, int y, int width, int height, int radius, String paint) {
        body.append("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"%d\" %s/>\n"
                .formatted(x, y, width, height, radius, paint));
    }

    /** Lines and curves. */
    void path(String way, String paint) {
        body.append("<path d=\"%s\" %s/>\n".formatted(way, paint));
    }

    /** A line of text that begins, ends or is centred at a point, by its classes. */
    void text(int x, int y, String classes, String text) {
        body.append("<text x=\"%d\" y=\"%d\" class=\"%s\">%s</text>\n".formatted(x, y, classes, escape(text)));
    }

    /** A line in which parameters stand out. */
    void textWithParameters(int x, int y, String classes, String text) {
        Matcher matcher = PARAMETER.matcher(escape(text));
        String marked = matcher.replaceAll("<tspan class=\"parameter\">$0</tspan>");
        body.append("<text x=\"%d\" y=\"%d\" class=\"%s\">%s</text>\n".formatted(x, y, classes, marked));
    }

    /** The whole file. */
    String finish(int width, int height, String title, String description) {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" role="img" \
                aria-labelledby="title description">
                <title id="title">%3$s</title>
                <desc id="description">%4$s</desc>
                %5$s<rect x="0.5" y="0.5" width="%6$d" height="%7$d" rx="10" fill="#ffffff" stroke="#d1d9e0"/>
                %8$s</svg>
                """.formatted(width, height, escape(title), escape(description), STYLE, width - 1, height - 1, body);
    }

    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(isLegal(character) ? character : '\ufffd');
            }
        });
        return escaped.toString();
    }

    /** Whether XML 1.0 may hold a character. */
    private static boolean isLegal(int character) {
        boolean surrogate = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        return (character >= ' ' || character == '\t' || character == '\n')
                && !surrogate
                && character != 0xfffe
                && character != 0xffff;
    }
}
