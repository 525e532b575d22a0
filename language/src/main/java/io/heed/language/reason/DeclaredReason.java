package io.heed.language.reason;

import java.util.List;

/**
 * A contact reason as its YAML declares it.
 *
 * @param name lower-case letters and hyphens
 * @param words words that point to it; a trailing {@code *} stands for any ending
 * @param examples what customers write; at least two
 */
public record DeclaredReason(String name, List<String> words, List<String> examples) {
    public DeclaredReason {
        words = List.copyOf(words);
        examples = List.copyOf(examples);
        if (!name.matches("[a-z][a-z0-9-]{0,39}")) {
            throw new IllegalArgumentException(
                    "reason is not lower-case letters, digits and hyphens: " + name + " (legal: account-access)");
        }
        if (examples.size() < 2) {
            throw new IllegalArgumentException("examples of " + name + " are fewer than 2: " + examples.size());
        }
    }
}
