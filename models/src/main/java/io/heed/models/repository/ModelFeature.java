package io.heed.models.repository;

/**
 * One feature that a model reads.
 *
 * @param name the feature's name
 * @param definition the hash of the definition that the model was trained on
 * @param unit the unit of its values, "" where it has none
 * @param absent what the model gets where the feature is absent; NaN only where the contract says so
 * @param input the graph's input that takes it, where each feature has its own
 */
public record ModelFeature(String name, String definition, String unit, double absent, String input) {
    /** The value as the model gets it: its own, or the contract's where it is absent or not finite. */
    public double filled(double value) {
        return Double.isFinite(value) ? value : absent;
    }
}
