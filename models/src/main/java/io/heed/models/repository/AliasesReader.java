package io.heed.models.repository;

import io.heed.events.yaml.Problems;
import io.heed.events.yaml.YamlFile;
import io.heed.events.yaml.YamlMapping;
import io.heed.events.yaml.YamlValue;
import java.util.List;
import java.util.Objects;
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
        Aliases aliases = read(top, problems);
        top.rejectUnknownKeys();
        return aliases;
    }

    /** The aliases among the keys of a mapping, which may hold others. */
    static @Nullable Aliases read(YamlMapping top, Problems problems) {
        YamlValue champion = top.find("champion");
        YamlValue challenger = top.find("challenger");
        YamlValue shadows = top.find("shadows");
        return problems.build(
                top.position(),
                () -> new Aliases(
                        champion == null ? null : champion.wholeNumber(),
                        challenger == null ? null : share(challenger),
                        shadows == null
                                ? List.of()
                                : shadows.list().stream()
                                        .map(AliasesReader::share)
                                        .filter(Objects::nonNull)
                                        .toList()));
    }

    private static Aliases.@Nullable Share share(YamlValue value) {
        YamlMapping mapping = value.isMapping() ? value.mapping() : null;
        if (mapping == null) {
            value.problem(
                    value.key() + " is not a version and its share (legal: " + value.key() + ": " + EXAMPLE + ")");
            return null;
        }
        YamlValue version = mapping.require("version", "4");
        YamlValue share = mapping.require("share", "0.1");
        mapping.rejectUnknownKeys();
        double part = share == null ? 1 : share.number();
        if (share != null && !(part > 0 && part <= 1)) {
            share.problem("share is not above 0 and at most 1: " + share.text() + " (legal: 0.1)");
            part = 1; // so that the other problems are told too
        }
        return version == null ? null : new Aliases.Share(version.wholeNumber(), part);
    }
}
