package io.heed.language.reason;

import io.heed.events.yaml.InvalidDefinitionsException;
import io.heed.events.yaml.Problems;
import io.heed.events.yaml.YamlFile;
import io.heed.events.yaml.YamlMapping;
import io.heed.events.yaml.YamlValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The declared contact reasons.
 *
 * @param languages the languages the examples are written in, ISO 639-1
 * @param reasons at least two, in the order of the file
 */
public record ReasonTaxonomy(Set<String> languages, List<DeclaredReason> reasons) {
    private static final String EXAMPLE = "{billing: {examples: [why is my bill so high, you charged me twice]}}";

    /** Copies the collections. */
    public ReasonTaxonomy {
        languages = Set.copyOf(languages);
        reasons = List.copyOf(reasons);
        if (reasons.size() < 2) {
            throw new IllegalArgumentException(
                    "reasons are fewer than 2: " + reasons.size() + " (legal: " + EXAMPLE + ")");
        }
    }

    /**
     * Reads the taxonomy of a file.
     *
     * @throws InvalidDefinitionsException naming all that is wrong, with file, line and column
     */
    public static ReasonTaxonomy read(Path file) {
        try {
            return read(file.toString(), Files.readString(file));
        } catch (IOException failed) {
            throw new UncheckedIOException(file + ": cannot be read", failed);
        }
    }

    /**
     * Reads a taxonomy.
     *
     * @param file the file's name, for messages
     * @param yaml its content
     * @throws InvalidDefinitionsException naming all that is wrong, with file, line and column
     */
    public static ReasonTaxonomy read(String file, String yaml) {
        Problems problems = new Problems();
        YamlMapping top = YamlFile.read(file, yaml, problems);
        ReasonTaxonomy taxonomy = top == null ? null : problems.build(top.position(), () -> taxonomy(top));
        problems.throwIfAny();
        if (taxonomy == null) {
            throw new IllegalStateException(file + ": neither read nor refused");
        }
        return taxonomy;
    }

    private static ReasonTaxonomy taxonomy(YamlMapping top) {
        YamlValue languages = top.require("languages", "[en]");
        YamlValue declared = top.require("reasons", EXAMPLE);
        List<DeclaredReason> reasons = new ArrayList<>();
        YamlMapping mapping = declared == null ? null : declared.mapping();
        if (mapping != null) {
            for (Map.Entry<String, YamlValue> entry : mapping.entries().entrySet()) {
                addReason(entry.getKey(), entry.getValue(), reasons);
            }
        }
        top.rejectUnknownKeys();
        return new ReasonTaxonomy(languages == null ? Set.of() : Set.copyOf(languages.texts()), reasons);
    }

    private static void addReason(String name, YamlValue value, List<DeclaredReason> reasons) {
        YamlMapping mapping = value.mapping();
        if (mapping == null) {
            return;
        }
        mapping.text("description", "");
        YamlValue words = mapping.find("words");
        YamlValue examples = mapping.require("examples", "[why is my bill so high, you charged me twice]");
        mapping.rejectUnknownKeys();
        DeclaredReason reason = mapping.problems()
                .build(
                        value.keyPosition(),
                        () -> new DeclaredReason(
                                name,
                                words == null ? List.of() : words.texts(),
                                examples == null ? List.of() : examples.texts()));
        if (reason != null) {
            reasons.add(reason);
        }
    }
}
