package io.heed.patterns.drawing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A sheet of characters. */
final class TextCanvas {
    private final List<char[]> lines = new ArrayList<>();
    private final int columns;

    TextCanvas(int columns) {
        this.columns = columns;
    }

    /** Writes a text; what would stand outside is left out. */
    void put(int column, int line, String text) {
        char[] on = line(line);
        for (int i = 0; i < text.length() && column + i < columns; i++) {
            on[column + i] = text.charAt(i);
        }
    }

    /** Writes a text in the middle of some columns. */
    void centre(int column, int width, int line, String text) {
        put(column + Math.max(0, (width - text.length()) / 2), line, text);
    }

    /** The first line that nothing stands on or below. */
    int height() {
        return lines.size();
    }

    /** The lines, without blanks at their ends. */
    List<String> lines() {
        return lines.stream().map(line -> new String(line).stripTrailing()).toList();
    }

    private char[] line(int line) {
        while (lines.size() <= line) {
            char[] blank = new char[columns];
            Arrays.fill(blank, ' ');
            lines.add(blank);
        }
        return lines.get(line);
    }
}
