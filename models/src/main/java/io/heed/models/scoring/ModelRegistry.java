package io.heed.models.scoring;

import io.heed.models.repository.ModelDirectory;
import java.util.HashMap;
import java.util.Map;

/**
 * The models that this JVM has loaded. All slots share one: a version is loaded once, stays while anybody serves it,
 * and is never loaded again while it is unchanged.
 */
public final class ModelRegistry {
    private static final ModelRegistry SHARED = new ModelRegistry();

    private final Map<String, Entry> loaded = new HashMap<>();

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
    public synchronized ServedModel acquire(ModelDirectory directory) {
        Entry entry = loaded.get(directory.hash());
        if (entry == null) {
            entry = new Entry(ServedModel.load(directory));
            loaded.put(directory.hash(), entry);
        }
        entry.users++;
        return entry.model;
    }

    /** Gives a model back; it is freed when nobody serves it any longer and its last score is done. */
    public synchronized void release(ServedModel model) {
        Entry entry = loaded.get(model.hash());
        if (entry == null || entry.model != model) {
            throw new IllegalStateException(
                    "model is not in use: " + model.directory().folder());
        }
        entry.users--;
        if (entry.users == 0) {
            loaded.remove(model.hash());
            model.close();
        }
    }

    /** How many models are loaded. */
    public synchronized int size() {
        return loaded.size();
    }

    private static final class Entry {
        private final ServedModel model;
        private int users;

        private Entry(ServedModel model) {
            this.model = model;
        }
    }
}
