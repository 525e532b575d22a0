package io.heed.models.repository;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the graph puts its scores.
 *
 * @param name the graph's output, null where the graph has only one that can be meant
 * @param kind what the numbers are
 * @param classes the classes in the order of the graph's columns, empty where they are numbered
 * @param positive the class whose probability is the score
 */
public record ModelOutput(@Nullable String name, ScoreKind kind, List<String> classes, String positive) {
    /** Copies the classes. */
    public ModelOutput {
        classes = List.copyOf(classes);
    }

    /** The column of the positive class in a graph that gives one column for each class; -1 where it has no number. */
    public int column() {
        if (!classes.isEmpty()) {
            return classes.indexOf(positive);
        }
        return positive.matches("\\d{1,4}") ? Integer.parseInt(positive) : -1;
    }
}
