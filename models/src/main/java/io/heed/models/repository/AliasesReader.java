package io.heed.models.repository;

import io.heed.events.yaml.Problems;
import io.heed.events.yaml.YamlFile;
import io.heed.events.yaml.YamlMapping;
import io.heed.events.yaml.YamlValue;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads aliases.yaml; docs/model-directory.md describes its keys. */
final class AliasesReader {
    private static final String EXAMPLE = "{version: 4, share: 0.1}";

    private AliasesReader() {}

    /** The aliases, or null where anything is wrong with them (then noted). */
    static @Nullable Aliases read(String file, String text, Problems problems) {
        YamlMapping top = YamlFile.read(file, text, problems);
        if (top == null) {
            return null;
        }
        return problems.build(top.position(), () -> aliases(top));
    }

    private static Aliases aliases(YamlMapping top) {
        YamlValue champion = top.require("champion", "3");
        YamlValue challenger = top.find("challenger");
        YamlValue shadows = top.find("shadows");
        Aliases aliases = new Aliases(
                champion == null ? 0 : champion.wholeNumber(),
                challenger == null ? null : share(challenger),
                shadows == null
                        ? List.of()
                        : shadows.list().stream().map(AliasesReader::share).toList());
        top.rejectUnknownKeys();
        Set<Integer> seen = new HashSet<>();
        for (int version : aliases.versions()) {
            if (!seen.add(version)) {
                top.problems().add(top.position(), "version serves twice: " + version);
            }
        }
        return aliases;
    }

    private static Aliases.Share share(YamlValue value) {
        if (!value.isMapping()) {
            value.problem(
                    value.key() + " is not a version and its share (legal: " + value.key() + ": " + EXAMPLE + ")");
            return new Aliases.Share(0, 1);
        }
        YamlMapping mapping = value.mapping();
        if (mapping == null) {
            return new Aliases.Share(0, 1);
        }
        YamlValue version = mapping.require("version", "4");
        YamlValue share = mapping.require("share", "0.1");
        double part = share == null ? 1 : share.number();
        if (share != null && !(part > 0 && part <= 1)) {
            share.problem("share is not above 0 and at most 1: " + share.text() + " (legal: 0.1)");
        }
        mapping.rejectUnknownKeys();
        return new Aliases.Share(version == null ? 0 : version.wholeNumber(), part);
    }
}
