package io.heed.models.repository;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which versions of a model serve, from aliases.yaml or a change.
 *
 * @param champion the version that serves whoever no challenger serves, or null where nobody acts on the model yet
 * @param challenger the version that serves a share of the customers instead of the champion, or null
 * @param shadows versions that score a share of the customers without anybody acting on it
 */
public record Aliases(@Nullable Integer champion, @Nullable Share challenger, List<Share> shadows) {
    /** A version and the share of the customers it scores, above 0 and at most 1. */
    public record Share(int version, double share) {
        /** Checks the share. */
        public Share {
            if (!(share > 0 && share <= 1)) {
                throw new IllegalArgumentException("share is not above 0 and at most 1: " + share + " (legal: 0.1)");
            }
        }

        @Override
        public String toString() {
            return "{version: " + version + ", share: " + share + "}";
        }
    }

    /** Copies the shadows and checks that they fit each other. */
    public Aliases {
        shadows = List.copyOf(shadows);
        List<Integer> versions = versions(champion, challenger, shadows);
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("no version serves (legal: champion: 1)");
        }
        if (challenger != null && champion == null) {
            throw new IllegalArgumentException("a challenger needs a champion: " + challenger.version()
                    + " (legal: champion: " + challenger.version() + ")");
        }
        for (int version : versions) {
            if (versions.indexOf(version) != versions.lastIndexOf(version)) {
                throw new IllegalArgumentException("version serves twice: " + version);
            }
        }
    }

    /** Nobody but a champion. */
    public static Aliases champion(int version) {
        return new Aliases(version, null, List.of());
    }

    /** Whether no challenger and no shadow stands beside the champion. */
    boolean isChampionAlone() {
        return champion != null && challenger == null && shadows.isEmpty();
    }

    /** The same with another champion, which then serves as nothing else; the one before it serves no more. */
    public Aliases withChampion(int version) {
        boolean challenged = challenger != null && challenger.version() != version;
        return new Aliases(version, challenged ? challenger : null, shadowsBut(version));
    }

    /** The same with another challenger, which then serves as nothing else. */
    public Aliases withChallenger(Share share) {
        return new Aliases(championBut(share.version()), share, shadowsBut(share.version()));
    }

    /** The same with one more shadow, which then serves as nothing else. */
    public Aliases withShadow(Share share) {
        List<Share> all = new ArrayList<>(shadowsBut(share.version()));
        all.add(share);
        boolean challenged = challenger != null && challenger.version() != share.version();
        return new Aliases(championBut(share.version()), challenged ? challenger : null, all);
    }

    /**
     * The same without a challenger or shadow.
     *
     * @throws IllegalArgumentException where the version is neither
     */
    public Aliases without(int version) {
        boolean isChallenger = challenger != null && challenger.version() == version;
        List<Share> kept = shadowsBut(version);
        if (!isChallenger && kept.size() == shadows.size()) {
            throw new IllegalArgumentException(
                    "version is neither challenger nor shadow: " + version + " (serving: " + versions() + ")");
        }
        return new Aliases(champion, isChallenger ? null : challenger, kept);
    }

    /** The part of a version in words, such as {@code challenger for 10 %}; "" where it does not serve. */
    public String part(int version) {
        if (champion != null && champion == version) {
            return "champion";
        }
        if (challenger != null && challenger.version() == version) {
            return "challenger for " + percent(challenger.share());
        }
        return shadows.stream()
                .filter(shadow -> shadow.version() == version)
                .map(shadow -> "shadow for " + percent(shadow.share()))
                .findFirst()
                .orElse("");
    }

    private static String percent(double share) {
        return BigDecimal.valueOf(share * 100)
                        .setScale(2, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString() + " %";
    }

    private @Nullable Integer championBut(int version) {
        return champion != null && champion == version ? null : champion;
    }

    private List<Share> shadowsBut(int version) {
        return shadows.stream().filter(shadow -> shadow.version() != version).toList();
    }

    /** Every version that serves, champion first. */
    public List<Integer> versions() {
        return versions(champion, challenger, shadows);
    }

    /** The same as lines of YAML. */
    public String yaml() {
        return (champion == null ? "" : "champion: " + champion + "\n")
                + (challenger == null ? "" : "challenger: " + challenger + "\n")
                + (shadows.isEmpty() ? "" : "shadows: " + shadows + "\n");
    }

    private static List<Integer> versions(@Nullable Integer champion, @Nullable Share challenger, List<Share> shadows) {
        List<Integer> versions = new ArrayList<>();
        if (champion != null) {
            versions.add(champion);
        }
        if (challenger != null) {
            versions.add(challenger.version());
        }
        shadows.forEach(shadow -> versions.add(shadow.version()));
        return versions;
    }
}
