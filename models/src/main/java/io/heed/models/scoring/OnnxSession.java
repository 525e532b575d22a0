package io.heed.models.scoring;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * An ONNX graph that any number of threads may run, and that any of them may close: it goes when the last run is over.
 *
 * <p>It works in the calling thread alone, so that Flink's slots decide how many cores are busy.
 */
public final class OnnxSession implements AutoCloseable {
    private final String name;
    private final OrtSession session;
    private final Map<String, NodeInfo> inputs;
    private final Map<String, NodeInfo> outputs;
    private final References references;
    private final AtomicBoolean closed = new AtomicBoolean();

    private OnnxSession(String name, OrtSession session) throws OrtException {
        this.name = name;
        this.session = session;
        this.inputs = session.getInputInfo();
        this.outputs = session.getOutputInfo();
        this.references = new References(this::closeNow);
    }

    /** What a run gives, read before it is freed. */
    @FunctionalInterface
    public interface ResultReader<T> {
        /** Reads a result; nothing of it may be kept. */
        T read(OrtSession.Result result) throws OrtException;
    }

    /**
     * Loads a graph from a file; data files that the graph names are read from beside it.
     *
     * @throws ScoringFailedException where ONNX Runtime refuses the file
     */
    public static OnnxSession open(Path file) {
        return open(file.toString(), options -> OnnxEnvironment.shared().createSession(file.toString(), options));
    }

    /**
     * Loads a graph from memory, such as one that lies in a jar.
     *
     * @param name what to call it in messages
     * @throws ScoringFailedException where ONNX Runtime refuses it
     */
    public static OnnxSession open(String name, byte[] graph) {
        return open(name, options -> OnnxEnvironment.shared().createSession(graph, options));
    }

    private interface Opening {
        OrtSession open(SessionOptions options) throws OrtException;
    }

    private static OnnxSession open(String name, Opening opening) {
        try (SessionOptions options = options()) {
            return new OnnxSession(name, opening.open(options));
        } catch (OrtException refused) {
            throw new ScoringFailedException(name + ": ONNX Runtime cannot load it: " + refused.getMessage(), refused);
        }
    }

    /** The inputs of the graph by name. */
    public Map<String, NodeInfo> inputs() {
        return inputs;
    }

    /** The outputs of the graph by name. */
    public Map<String, NodeInfo> outputs() {
        return outputs;
    }

    /**
     * Runs the graph. The caller keeps and closes the tensors; the result is freed when the reader returns.
     *
     * @throws ScoringFailedException where ONNX Runtime fails
     * @throws IllegalStateException where the session was closed before
     */
    public <T> T run(Map<String, OnnxTensor> tensors, Set<String> wanted, ResultReader<T> reader) {
        if (closed.get() || !references.acquire()) {
            throw new IllegalStateException("session is closed: " + name);
        }
        try (OrtSession.Result result = session.run(tensors, wanted)) {
            return reader.read(result);
        } catch (OrtException failed) {
            throw new ScoringFailedException(name + ": ONNX Runtime failed: " + failed.getMessage(), failed);
        } finally {
            references.release();
        }
    }

    /** Lets no new run begin and frees the graph when those under way are over; a second call does nothing. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            references.release();
        }
    }

    private void closeNow() {
        try {
            session.close();
        } catch (OrtException failed) {
            throw new ScoringFailedException(name + ": cannot be closed: " + failed.getMessage(), failed);
        }
    }

    private static SessionOptions options() throws OrtException {
        SessionOptions options = new SessionOptions();
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        options.addConfigEntry("session.intra_op.allow_spinning", "0");
        options.addConfigEntry("session.inter_op.allow_spinning", "0");
        return options;
    }
}
