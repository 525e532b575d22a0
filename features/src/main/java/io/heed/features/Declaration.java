package io.heed.features;

import java.util.Map;

/** What a feature's declaration says, before the features that it reads are looked at. */
record Declaration(String description, String unit, Calculation calculation) {
    FeatureDefinition named(String name, Map<String, String> hashes) {
        return new FeatureDefinition(name, description, unit, calculation, hashes.getOrDefault(name, ""));
    }
}
