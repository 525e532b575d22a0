package io.heed.jobs.commands.reporting;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Lines that are written in an order that does not depend on the order in which they came: by customer, time and id.
 * Two replays of the same events give the same bytes.
 */
final class SortedLines {
    private static final Comparator<Line> ORDER = Comparator.comparing(Line::customer)
            .thenComparingLong(Line::timeMillis)
            .thenComparing(Line::id)
            .thenComparing(Line::json);

    private final List<Line> lines = new ArrayList<>();

    private record Line(String customer, long timeMillis, String id, String json) {}

    void add(String customer, long timeMillis, String id, String json) {
        lines.add(new Line(customer, timeMillis, id, json));
    }

    /** Writes the lines to a file, whose folder must exist. */
    void write(Path file) throws IOException {
        lines.sort(ORDER);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (Line line : lines) {
                out.write(line.json());
                out.write('\n');
            }
        }
    }
}
