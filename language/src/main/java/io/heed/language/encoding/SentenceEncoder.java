package io.heed.language.encoding;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.heed.language.wordpiece.Vocabulary;
import io.heed.language.wordpiece.WordPiece;
import io.heed.models.scoring.OnnxEnvironment;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Map;

/**
 * The sentence encoder all-MiniLM-L6-v2, dynamically quantised: text in, a vector of length 1 out.
 *
 * <p>One text a call: a quantised encoder's result depends on its batch, and a score must not. Thread safe. Its session
 * is never closed: closing one in use ends the JVM.
 */
public final class SentenceEncoder {
    /** The length of a vector. */
    public static final int DIMENSIONS = 384;

    /** Names this encoder in the contract of a model trained on its vectors. */
    public static final String NAME = "all-minilm-l6-v2-q";

    private static final int MAX_PIECES = 128;

    private final OrtSession session;
    private final WordPiece wordPiece;

    private SentenceEncoder(OrtSession session, WordPiece wordPiece) {
        this.session = session;
        this.wordPiece = wordPiece;
    }

    /** The one encoder of this JVM, loaded at the first call. */
    public static SentenceEncoder shared() {
        return Holder.SHARED;
    }

    /** The mean of the text's token vectors, {@value #DIMENSIONS} numbers scaled to length 1. */
    public float[] encode(String text) {
        long[] ids = wordPiece.ids(text);
        try {
            return scaled(meanOfTokens(ids));
        } catch (OrtException e) {
            throw new IllegalStateException("the sentence encoder failed on " + ids.length + " pieces", e);
        }
    }

    private float[] meanOfTokens(long[] ids) throws OrtException {
        long[] ones = new long[ids.length];
        Arrays.fill(ones, 1);
        try (OnnxTensor pieces = row(ids);
                OnnxTensor mask = row(ones);
                OnnxTensor types = row(new long[ids.length]);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", pieces, "attention_mask", mask, "token_type_ids", types))) {
            FloatBuffer tokens = ((OnnxTensor) result.get(0)).getFloatBuffer();
            float[] mean = new float[DIMENSIONS];
            for (int token = 0; token < ids.length; token++) {
                for (int i = 0; i < DIMENSIONS; i++) {
                    mean[i] += tokens.get(token * DIMENSIONS + i) / ids.length;
                }
            }
            return mean;
        }
    }

    private static OnnxTensor row(long[] values) throws OrtException {
        return OnnxTensor.createTensor(
                OnnxEnvironment.shared(), LongBuffer.wrap(values), new long[] {1, values.length});
    }

    private static float[] scaled(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += (double) value * value;
        }
        double length = Math.max(Math.sqrt(squares), 1e-12);
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) (vector[i] / length);
        }
        return vector;
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = SentenceEncoder.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not on the class path: it is unpacked by the Maven build");
            }
            return in.readAllBytes();
        }
    }

    private static SentenceEncoder load() {
        try {
            Vocabulary vocabulary = Vocabulary.read(new ByteArrayInputStream(resource(NAME + "-tokenizer.json")));
            return new SentenceEncoder(open(resource(NAME + ".onnx")), new WordPiece(vocabulary, MAX_PIECES));
        } catch (IOException e) {
            throw new UncheckedIOException("the sentence encoder cannot be read", e);
        } catch (OrtException e) {
            throw new IllegalStateException("the sentence encoder cannot be opened", e);
        }
    }

    /** One thread and no spinning: the slots of the job decide how many cores are busy. */
    private static OrtSession open(byte[] model) throws OrtException {
        OrtEnvironment environment = OnnxEnvironment.shared();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            return environment.createSession(model, options);
        }
    }

    private static final class Holder {
        static final SentenceEncoder SHARED = load();
    }
}
