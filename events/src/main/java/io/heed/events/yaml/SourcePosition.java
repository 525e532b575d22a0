package io.heed.events.yaml;

/** A place in a user's file; line and column count from 1. */
public record SourcePosition(String file, int line, int column) {
    /** The same line, so many columns to the right. */
    public SourcePosition right(int columns) {
        return new SourcePosition(file, line, column + columns);
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
