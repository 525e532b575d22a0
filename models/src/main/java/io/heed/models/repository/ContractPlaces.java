package io.heed.models.repository;

import io.heed.events.yaml.SourcePosition;
import java.util.Map;

/**
 * Where the parts of a contract stand, for messages.
 *
 * @param file model.yaml
 * @param byKey the place of each key by its name, and of each feature by "features." and its name
 */
public record ContractPlaces(String file, Map<String, SourcePosition> byKey) {
    /** Copies the places. */
    public ContractPlaces {
        byKey = Map.copyOf(byKey);
    }

    /** The place of a key; where it is not in the file, the file's beginning. */
    public SourcePosition of(String key) {
        return byKey.getOrDefault(key, new SourcePosition(file, 1, 1));
    }
}
