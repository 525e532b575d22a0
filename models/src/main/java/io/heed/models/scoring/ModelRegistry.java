package io.heed.models.scoring;

import io.heed.models.repository.ModelDirectory;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
    public ServedModel acquire(ModelDirectory directory) {
        Entry entry = join(directory);
        try {
            return entry.model();
        } catch (RuntimeException refused) {
            leave(entry);
            throw refused;
        }
    }

    /** Gives a model back; it is freed when nobody serves it any longer and its last score is done. */
    public void release(ServedModel model) {
        if (leave(find(model))) {
            model.close();
        }
    }

    private synchronized Entry join(ModelDirectory directory) {
        Entry entry = loaded.computeIfAbsent(directory.hash(), any -> new Entry(directory));
        entry.users++;
        return entry;
    }

    /** Whether that was the last user. */
    private synchronized boolean leave(Entry entry) {
        entry.users--;
        return entry.users == 0 && loaded.remove(entry.directory.hash(), entry);
    }

    private synchronized Entry find(ServedModel model) {
        Entry entry = loaded.get(model.hash());
        if (entry == null || entry.model != model) {
            throw new IllegalStateException(
                    "model is not in use: " + model.directory().folder());
        }
        return entry;
    }

    /** How many models are loaded. */
    public synchronized int size() {
        return loaded.size();
    }

    /** A model and how many serve it. It is loaded by whoever asks first, while others go on with other models. */
    private static final class Entry {
        private final ModelDirectory directory;
        private volatile @Nullable ServedModel model;
        private int users;

        private Entry(ModelDirectory directory) {
            this.directory = directory;
        }

        private synchronized ServedModel model() {
            ServedModel ready = model;
            if (ready == null) {
                ready = ServedModel.load(directory);
                model = ready;
            }
            return ready;
        }
    }
}
