package io.heed.features;

/** What a feature's declaration says, before the features that it reads are looked at. */
record Declaration(String description, String unit, Calculation calculation) {
    FeatureDefinition named(String name, FeatureOrder order) {
        return new FeatureDefinition(
                name, description, unit, calculation, order.hash(name), order.overInclusionMillis(name));
    }
}
