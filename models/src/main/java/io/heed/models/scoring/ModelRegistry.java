package io.heed.models.scoring;

import io.heed.models.repository.ModelDirectory;

/**
 * The models that this JVM has loaded. All slots share one: a version is loaded once, stays while anybody serves it,
 * and is never loaded again while it is unchanged.
 */
public final class ModelRegistry {
    private static final ModelRegistry SHARED = new ModelRegistry();

    private final SharedModels<String, ServedModel> loaded = new SharedModels<>(ServedModel::close);

    /** A registry of its own; all but tests use {@link #shared}. */
    public ModelRegistry() {}

    /** The registry of this JVM. */
    public static ModelRegistry shared() {
        return SHARED;
    }

    /**
     * The model of a directory, loaded and tested where it was not yet; every call needs its {@link #release}.
     *
     * @throws io.heed.events.yaml.InvalidDefinitionsException where the graph fits neither its contract nor its examples
     * @throws ScoringFailedException where ONNX Runtime refuses the graph
     */
    public ServedModel acquire(ModelDirectory directory) {
        return loaded.acquire(directory.hash(), () -> ServedModel.load(directory));
    }

    /** Gives a model back; it is freed when nobody serves it any longer and its last score is done. */
    public void release(ServedModel model) {
        loaded.release(model.hash(), model);
    }

    /** How many models are loaded. */
    public int size() {
        return loaded.size();
    }
}
