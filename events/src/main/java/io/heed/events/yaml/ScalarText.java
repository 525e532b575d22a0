package io.heed.events.yaml;

import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Where the characters of a scalar stand in the file. Quotes, escapes, indentation and folding move blanks only, so the
 * n-th visible character of the value is the n-th visible character of its source.
 */
final class ScalarText {
    private static final String BLANK_ESCAPES = "ntrvfLP \t";

    private final YamlFile file;
    private final ScalarNode scalar;
    private final ScalarStyle style;

    ScalarText(YamlFile file, ScalarNode scalar) {
        this.file = file;
        this.scalar = scalar;
        this.style = scalar.getScalarStyle();
    }

    /** The place of a character of the value; line and column count from 0. */
    SourcePosition position(int lineOfText, int columnOfText) {
        String value = scalar.getValue();
        int all = visible(value);
        int before = visibleBefore(value, lineOfText, columnOfText);
        return before < all || all == 0 ? find(before) : find(all - 1).right(1);
    }

    private SourcePosition find(int visibleBefore) {
        SourcePosition start = file.position(scalar.getStartMark());
        boolean block = style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED;
        int left = visibleBefore;
        int column = block ? 0 : start.column() - 1 + (style == ScalarStyle.PLAIN ? 0 : 1);
        for (int line = block ? start.line() + 1 : start.line(); line <= file.lines.size(); line++) {
            int[] source = file.lines.get(line - 1).codePoints().toArray();
            while (column < source.length) {
                int length = length(source, column);
                if (isVisible(source, column) && left-- == 0) {
                    return new SourcePosition(start.file(), line, column + 1);
                }
                column += length;
            }
            column = 0;
        }
        return start;
    }

    /** How many characters of the source stand for one of the value. */
    private int length(int[] source, int at) {
        if (at + 1 >= source.length) {
            return 1;
        }
        if (style == ScalarStyle.SINGLE_QUOTED) {
            return source[at] == '\'' && source[at + 1] == '\'' ? 2 : 1;
        }
        if (style != ScalarStyle.DOUBLE_QUOTED || source[at] != '\\') {
            return 1;
        }
        return switch (source[at + 1]) {
            case 'x' -> 4;
            case 'u' -> 6;
            case 'U' -> 10;
            default -> 2;
        };
    }

    private boolean isVisible(int[] source, int at) {
        if (style == ScalarStyle.DOUBLE_QUOTED && source[at] == '\\') {
            return at + 1 < source.length && BLANK_ESCAPES.indexOf(source[at + 1]) < 0;
        }
        return !Character.isWhitespace(source[at]);
    }

    private static int visibleBefore(String value, int lineOfText, int columnOfText) {
        String[] lines = value.split("\n", -1);
        int count = 0;
        for (int line = 0; line < Math.min(lineOfText, lines.length); line++) {
            count += visible(lines[line]);
        }
        if (lineOfText >= lines.length) {
            return count;
        }
        return count
                + (int) lines[lineOfText]
                        .codePoints()
                        .limit(columnOfText)
                        .filter(next -> !Character.isWhitespace(next))
                        .count();
    }

    private static int visible(String text) {
        return (int)
                text.codePoints().filter(next -> !Character.isWhitespace(next)).count();
    }
}
