package io.heed.jobs.commands.patterns;

import io.heed.events.change.DefinitionKind;
import io.heed.events.yaml.Problems;
import io.heed.events.yaml.YamlFile;
import io.heed.events.yaml.YamlMapping;
import io.heed.events.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;

/**
 * What a file defines.
 *
 * @param text the file, which travels with every change of it
 */
record DefinitionsInFile(String text, List<Named> all) {
    /** One definition, not yet checked. */
    record Named(DefinitionKind kind, String name, int version) {}

    /**
     * Finds what a file defines.
     *
     * @throws io.heed.events.yaml.InvalidDefinitionsException if it is no file of patterns or plays
     */
    static DefinitionsInFile read(String file, String text) {
        Problems problems = new Problems();
        List<Named> all = new ArrayList<>();
        YamlMapping top = YamlFile.read(file, text, problems);
        if (top != null) {
            addAll(top, "patterns", DefinitionKind.PATTERN, all);
            addAll(top, "plays", DefinitionKind.PLAY, all);
            if (all.isEmpty() && problems.count() == 0) {
                problems.add(
                        top.position(), "file holds neither patterns nor plays (legal: patterns: {bill-spike: {...}})");
            }
        }
        problems.throwIfAny();
        return new DefinitionsInFile(text, all);
    }

    private static void addAll(YamlMapping top, String key, DefinitionKind kind, List<Named> all) {
        YamlValue section = top.find(key);
        YamlMapping named = section == null ? null : section.mapping();
        if (named != null) {
            named.entries().forEach((name, value) -> {
                YamlMapping body = value.mapping();
                if (body != null) {
                    all.add(new Named(kind, name, body.wholeNumber("version", 1)));
                }
            });
        }
    }
}
