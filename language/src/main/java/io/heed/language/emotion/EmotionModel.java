package io.heed.language.emotion;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.heed.language.redaction.Redactor;
import io.heed.models.repository.ModelContract;
import io.heed.models.repository.ModelDirectory;
import io.heed.models.repository.ModelRepository;
import io.heed.models.scoring.OnnxSession;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A model of emotional states from the repository: a graph over one redacted message with an output {@code states} (a
 * probability for each state), an output {@code distress} (one calibrated probability) and, where it has an encoder, an
 * output {@code meaning} (the message's vector). Thread safe; the same message gives the same reading, bit for bit,
 * whatever else is under way.
 */
public final class EmotionModel implements AutoCloseable {
    /** Its name in a repository. */
    public static final String NAME = "emotional-state";

    static final String STATES = "states";
    static final String DISTRESS = "distress";
    static final String MEANING = "meaning";

    private final List<String> languages;
    private final double distressThreshold;
    private final OnnxSession session;
    private final MessageInput input;
    private final Set<String> outputs;

    private EmotionModel(ModelDirectory directory, OnnxSession session, MessageInput input) {
        this.languages = directory.contract().languages();
        this.distressThreshold = directory.contract().threshold();
        this.session = session;
        this.input = input;
        this.outputs = new HashSet<>(List.of(STATES, DISTRESS));
        if (session.outputs().containsKey(MEANING)) {
            outputs.add(MEANING);
        }
    }

    /**
     * Loads the champion.
     *
     * @throws io.heed.events.yaml.InvalidDefinitionsException naming all that is wrong with it
     */
    public static EmotionModel champion(ModelRepository repository) {
        return load(ModelDirectory.read(repository.folder(NAME, repository.champion(NAME))));
    }

    /**
     * Loads a version whose checksums were proven: contract, graph, then the self-test.
     *
     * @throws io.heed.events.yaml.InvalidDefinitionsException naming all that is wrong with it
     */
    public static EmotionModel load(ModelDirectory directory) {
        EmotionContract contract = EmotionContract.of(directory);
        OnnxSession session = OnnxSession.open(directory.graph());
        try {
            EmotionModel model = new EmotionModel(directory, session, contract.input(session));
            EmotionSelfTest.run(model, directory);
            return model;
        } catch (RuntimeException unfit) {
            session.close();
            throw unfit;
        }
    }

    /** Whether a version has no encoder, and so reads many times faster. */
    public static boolean isLight(ModelContract contract) {
        return contract.text().getOrDefault("layout", "").equals(WrittenWords.LAYOUT);
    }

    /** Whether the contract names a language. */
    public boolean reads(String language) {
        return languages.contains(language);
    }

    /** From this distress on a customer counts as distressed. */
    public double distressThreshold() {
        return distressThreshold;
    }

    /**
     * How the writer of a redacted message feels, and the message's vector. A placeholder counts as its type alone, so
     * that no score depends on the hashing key.
     *
     * @throws io.heed.models.scoring.ScoringFailedException where ONNX Runtime fails
     */
    public Reading read(String redactedText) {
        Map<String, OnnxTensor> tensors = Map.of();
        try {
            tensors = input.tensors(Redactor.withoutHashes(redactedText));
            return session.run(tensors, outputs, this::reading);
        } catch (OrtException e) {
            throw new IllegalStateException("a message cannot be handed to ONNX Runtime", e);
        } finally {
            tensors.values().forEach(OnnxTensor::close);
        }
    }

    /** Frees the graph when the readings under way are over. */
    @Override
    public void close() {
        session.close();
    }

    private Reading reading(OrtSession.Result result) {
        FloatBuffer states = output(result, STATES);
        Map<EmotionalState, Double> probabilities = new EnumMap<>(EmotionalState.class);
        Arrays.stream(EmotionalState.values()).forEach(state -> probabilities.put(state, (double) states.get()));
        Emotion emotion = new Emotion(probabilities, output(result, DISTRESS).get());
        return new Reading(emotion, outputs.contains(MEANING) ? numbers(output(result, MEANING)) : new float[0]);
    }

    private static float[] numbers(FloatBuffer buffer) {
        float[] numbers = new float[buffer.remaining()];
        buffer.get(numbers);
        return numbers;
    }

    private static FloatBuffer output(OrtSession.Result result, String name) {
        return ((OnnxTensor) result.get(name).orElseThrow()).getFloatBuffer();
    }
}
