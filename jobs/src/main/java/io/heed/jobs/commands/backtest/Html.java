package io.heed.jobs.commands.backtest;

import java.util.List;
import java.util.Locale;

/** Writes a page that is also well-formed XML; every text is escaped. */
final class Html {
    private final StringBuilder page = new StringBuilder();

    /** Adds markup as it is. */
    Html raw(String markup) {
        page.append(markup);
        return this;
    }

    /** Adds an element with a text; its attributes stand before the name's end, such as {@code p class="faint"}. */
    Html element(String tag, String text) {
        String name = tag.contains(" ") ? tag.substring(0, tag.indexOf(' ')) : tag;
        page.append('<').append(tag).append('>').append(escape(text));
        page.append("</").append(name).append(">\n");
        return this;
    }

    /** Begins a table. Columns whose heading begins with {@code #} hold numbers and stand right. */
    Html beginTable(String caption, List<String> headings) {
        page.append("<div class=\"wide\"><table>\n<caption>")
                .append(escape(caption))
                .append("</caption>\n<thead><tr>");
        for (String heading : headings) {
            boolean number = heading.startsWith("#");
            page.append(number ? "<th scope=\"col\" class=\"number\">" : "<th scope=\"col\">");
            page.append(escape(number ? heading.substring(1) : heading)).append("</th>");
        }
        page.append("</tr></thead>\n<tbody>\n");
        return this;
    }

    /** A row of texts; those that read as numbers stand right. */
    Html row(String... cells) {
        page.append("<tr>");
        for (String cell : cells) {
            page.append(isNumber(cell) ? "<td class=\"number\">" : "<td>")
                    .append(escape(cell))
                    .append("</td>");
        }
        page.append("</tr>\n");
        return this;
    }

    Html endTable() {
        page.append("</tbody></table></div>\n");
        return this;
    }

    /** A tile with a figure, what it is, and a remark. */
    Html tile(String label, String figure, String remark) {
        page.append("<div class=\"tile\">");
        element("div class=\"label\"", label);
        element("div class=\"figure\"", figure);
        element("div class=\"remark\"", remark);
        page.append("</div>\n");
        return this;
    }

    /** A text in which nothing is markup. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(isLegal(character) ? character : '\ufffd');
            }
        });
        return escaped.toString();
    }

    /** A name as the anchor of a section. */
    static String anchor(String kind, String name) {
        return kind + "-" + name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "-");
    }

    private static boolean isNumber(String cell) {
        return cell.matches("[+−]?[0-9][0-9.,]*( [hd])?|-");
    }

    /** Whether XML 1.0 may hold a character. */
    private static boolean isLegal(int character) {
        boolean surrogate = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        return (character >= ' ' || character == '\t' || character == '\n')
                && !surrogate
                && character != 0xfffe
                && character != 0xffff;
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
