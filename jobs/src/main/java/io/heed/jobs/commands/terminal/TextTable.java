package io.heed.jobs.commands.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table in plain text; numbers stand right, all else left. Columns are as wide as what stands in them. */
public final class TextTable {
    private static final String GAP = "  ";

    private final List<String> headings;
    private final List<List<String>> rows = new ArrayList<>();

    /** A table with these columns. */
    public TextTable(String... headings) {
        this.headings = List.of(headings);
    }

    /** Adds a row with a cell for each column. */
    public void add(String... cells) {
        if (cells.length != headings.size()) {
            throw new IllegalArgumentException("cells are not " + headings.size() + ": " + Arrays.toString(cells));
        }
        rows.add(List.of(cells));
    }

    /** The lines, headings first. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(line(headings));
        rows.forEach(row -> lines.add(line(row)));
        return lines;
    }

    private String line(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            String padding = " ".repeat(width(column) - cells.get(column).length());
            line.append(column == 0 ? "" : GAP);
            line.append(isNumeric(column) ? padding + cells.get(column) : cells.get(column) + padding);
        }
        return line.toString().stripTrailing();
    }

    private int width(int column) {
        int widest = headings.get(column).length();
        for (List<String> row : rows) {
            widest = Math.max(widest, row.get(column).length());
        }
        return widest;
    }

    private boolean isNumeric(int column) {
        return !rows.isEmpty() && rows.stream().allMatch(row -> row.get(column).matches("-|[0-9][0-9.,]*%?"));
    }
}
