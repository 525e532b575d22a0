package io.heed.models.repository;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which versions of a model serve, from aliases.yaml.
 *
 * @param champion the version that serves whoever no challenger serves
 * @param challenger the version that serves a share of the customers instead of the champion, or null
 * @param shadows versions that score a share of the customers without anybody acting on it
 */
public record Aliases(int champion, @Nullable Share challenger, List<Share> shadows) {
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
}
