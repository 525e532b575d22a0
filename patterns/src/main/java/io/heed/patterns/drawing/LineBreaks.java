package io.heed.patterns.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Breaks text into lines between words, conditions best before a word that joins two parts; a word breaks only where it is
 * wider than a line.
 */
final class LineBreaks {
    /** A blank at which no line breaks; the lines have plain ones. */
    static final char NO_BREAK = '\u00a0';

    private static final int HANGING = 4;
    private static final Pattern PARTS = Pattern.compile(" +(?=(?:and|or|\\?|:) )");
    private static final Pattern WORDS = Pattern.compile(" +");
    private static final Pattern PIECES = Pattern.compile("(?<=[(_\\[" + NO_BREAK + "])|(?=\\.)");

    private final int columns;
    private final int hanging;
    private final List<String> lines = new ArrayList<>();
    private StringBuilder line = new StringBuilder();
    private int empty;

    private LineBreaks(int columns, int hanging) {
        this.columns = columns;
        this.hanging = hanging;
    }

    /** The lines of a sentence, none wider than asked. */
    static List<String> ofSentence(String text, int columns) {
        LineBreaks breaks = new LineBreaks(columns, 0);
        breaks.addPart(text.strip());
        return breaks.finish();
    }

    /** The lines of a condition, none wider than asked; all but the first are moved to the right where there is room. */
    static List<String> ofCondition(String text, int columns) {
        LineBreaks breaks = new LineBreaks(columns, columns > 3 * HANGING ? HANGING : 0);
        for (String part : PARTS.split(text.strip(), -1)) {
            breaks.addPart(part);
        }
        return breaks.finish();
    }

    private List<String> finish() {
        lines.add(line.toString());
        return lines.stream().map(each -> each.replace(NO_BREAK, ' ')).toList();
    }

    private void addPart(String part) {
        if (!fits(part) && part.length() <= columns - hanging) {
            newLine();
        }
        for (String word : WORDS.split(part, -1)) {
            addWord(word);
        }
    }

    private void addWord(String word) {
        if (!fits(word) && word.length() <= columns - hanging) {
            newLine();
        }
        line.append(line.length() > empty ? " " : "");
        if (line.length() + word.length() <= columns) {
            line.append(word);
            return;
        }
        for (String piece : PIECES.split(word, -1)) {
            addPiece(piece);
        }
    }

    private void addPiece(String piece) {
        if (line.length() + piece.length() > columns) {
            newLine();
        }
        String rest = piece;
        while (line.length() + rest.length() > columns) {
            int room = columns - line.length();
            line.append(rest, 0, room);
            rest = rest.substring(room);
            newLine();
        }
        line.append(rest);
    }

    private boolean fits(String next) {
        return line.length() + (line.length() > empty ? 1 : 0) + next.length() <= columns;
    }

    private void newLine() {
        if (line.length() > empty) {
            lines.add(line.toString().stripTrailing());
            line = new StringBuilder(" ".repeat(hanging));
            empty = hanging;
        }
    }
}
