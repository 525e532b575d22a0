package io.heed.models.repository;

import io.heed.events.yaml.Problems;
import io.heed.events.yaml.YamlFile;
import io.heed.events.yaml.YamlMapping;
import io.heed.events.yaml.YamlValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which versions of a model serve, from aliases.yaml.
 *
 * @param champion the version that serves whoever no challenger serves
 * @param challenger the version that serves a share of the customers instead of the champion, or null
 * @param shadows versions that score a share of the customers without anybody acting on it
 */
public record Aliases(int champion, @Nullable Share challenger, List<Share> shadows) {
    private static final String EXAMPLE = "{version: 4, share: 0.1}";

    /** A version and the share of the customers it scores, above 0 and at most 1. */
    public record Share(int version, double share) {}

    /** Copies the shadows. */
    public Aliases {
        shadows = List.copyOf(shadows);
    }

    /** Every version that serves, champion first. */
    public List<Integer> versions() {
        List<Integer> versions = new ArrayList<>(List.of(champion));
        if (challenger != null) {
            versions.add(challenger.version());
        }
        shadows.forEach(shadow -> versions.add(shadow.version()));
        return versions;
    }

    /** The aliases, or null where anything is wrong with them (then noted). */
    public static @Nullable Aliases read(String file, String text, Problems problems) {
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
                        : shadows.list().stream().map(Aliases::share).toList());
        top.rejectUnknownKeys();
        Set<Integer> seen = new HashSet<>();
        for (int version : aliases.versions()) {
            if (!seen.add(version)) {
                top.problems().add(top.position(), "version serves twice: " + version);
            }
        }
        return aliases;
    }

    private static Share share(YamlValue value) {
        if (!value.isMapping()) {
            value.problem(
                    value.key() + " is not a version and its share (legal: " + value.key() + ": " + EXAMPLE + ")");
            return new Share(0, 1);
        }
        YamlMapping mapping = value.mapping();
        if (mapping == null) {
            return new Share(0, 1);
        }
        YamlValue version = mapping.require("version", "4");
        YamlValue share = mapping.require("share", "0.1");
        double part = share == null ? 1 : share.number();
        if (share != null && !(part > 0 && part <= 1)) {
            share.problem("share is not above 0 and at most 1: " + share.text() + " (legal: 0.1)");
        }
        mapping.rejectUnknownKeys();
        return new Share(version == null ? 0 : version.wholeNumber(), part);
    }
}
