package io.heed.language.emotion;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.heed.events.yaml.Problems;
import io.heed.language.encoding.SentenceEncoder;
import io.heed.models.repository.ModelContract;
import io.heed.models.repository.ModelDirectory;
import io.heed.models.repository.ModelKind;
import io.heed.models.repository.ModelRepository;
import io.heed.models.scoring.OnnxEnvironment;
import io.heed.models.scoring.OnnxSession;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A model of emotional states from the repository: a graph over a {@link MessageVector} with an output {@code states}
 * (a probability for each state) and an output {@code distress} (one calibrated probability). Thread safe.
 */
public final class EmotionModel implements AutoCloseable {
    /** Its name in a repository. */
    public static final String NAME = "emotional-state";

    private static final String INPUT = "message";
    private static final String STATES = "states";
    private static final String DISTRESS = "distress";

    private final ModelContract contract;
    private final OnnxSession session;

    private EmotionModel(ModelContract contract, OnnxSession session) {
        this.contract = contract;
        this.session = session;
    }

    /**
     * Loads the champion: checksums, contract, then the self-test.
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
        checkContract(directory);
        EmotionModel model = new EmotionModel(directory.contract(), OnnxSession.open(directory.graph()));
        model.testItself(directory, SentenceEncoder.shared());
        return model;
    }

    @Override
    public void close() {
        session.close();
    }

    /** Whether a version has no encoder, and so reads many times faster. */
    public static boolean isLight(ModelContract contract) {
        return contract.text().getOrDefault("layout", "").equals("written-words-1");
    }

    /** Whether the contract names a language. */
    public boolean reads(String language) {
        return contract.languages().contains(language);
    }

    /** From this distress on a customer counts as distressed. */
    public double distressThreshold() {
        return contract.threshold();
    }

    /** How the writer of a message feels, by the message's vector. */
    public Emotion read(float[] messageVector) {
        long[] shape = {1, messageVector.length};
        try (OnnxTensor message =
                OnnxTensor.createTensor(OnnxEnvironment.shared(), FloatBuffer.wrap(messageVector), shape)) {
            return session.run(Map.of(INPUT, message), Set.of(STATES, DISTRESS), EmotionModel::emotion);
        } catch (OrtException e) {
            throw new IllegalStateException("the message's vector cannot be handed to ONNX Runtime", e);
        }
    }

    private static Emotion emotion(OrtSession.Result result) {
        FloatBuffer states = output(result, STATES);
        Map<EmotionalState, Double> probabilities = new EnumMap<>(EmotionalState.class);
        for (EmotionalState state : EmotionalState.values()) {
            probabilities.put(state, (double) states.get());
        }
        return new Emotion(probabilities, output(result, DISTRESS).get());
    }

    private static FloatBuffer output(OrtSession.Result result, String name) {
        return ((OnnxTensor) result.get(name).orElseThrow()).getFloatBuffer();
    }

    private static void checkContract(ModelDirectory directory) {
        ModelContract contract = directory.contract();
        String file = directory.contractFile().toString();
        Problems problems = new Problems();
        if (contract.kind() != ModelKind.TEXT) {
            problems.add(file, "kind is not text (legal: kind: text)");
        }
        List<String> states = Arrays.stream(EmotionalState.values())
                .map(EmotionalState::label)
                .toList();
        if (!contract.output().classes().equals(states)) {
            problems.add(
                    file,
                    "classes are not the states in order: " + contract.output().classes() + " (legal: " + states + ")");
        }
        Map<String, String> made = Map.of("encoder", SentenceEncoder.NAME, "layout", MessageVector.LAYOUT);
        for (Map.Entry<String, String> entry : new TreeMap<>(made).entrySet()) {
            String value = contract.text().getOrDefault(entry.getKey(), "");
            if (!value.equals(entry.getValue())) {
                problems.add(
                        file,
                        "text." + entry.getKey() + " is not what this version of Heed makes: \"" + value + "\" (legal: "
                                + entry.getValue() + ")");
            }
        }
        problems.throwIfAny();
    }

    private void testItself(ModelDirectory directory, SentenceEncoder encoder) {
        Path file = directory.folder().resolve("examples.jsonl");
        ObjectMapper json = new ObjectMapper();
        Problems problems = new Problems();
        int line = 0;
        for (String example : directory.exampleLines()) {
            line++;
            try {
                checkExample(json.readTree(example), file + ":" + line + ":1", encoder, problems);
            } catch (JsonProcessingException e) {
                problems.add(file + ":" + line + ":1", "not a JSON object");
            }
        }
        if (line == 0) {
            problems.add(file.toString(), "holds no example");
        }
        if (problems.count() > 0) {
            session.close();
        }
        problems.throwIfAny();
    }

    private void checkExample(JsonNode expected, String place, SentenceEncoder encoder, Problems problems) {
        Emotion emotion = read(MessageVector.of(expected.path("text").asText(), encoder));
        double distance = distance(expected, emotion);
        if (!(distance <= contract.selfTestTolerance())) {
            problems.add(place, "the score is off by " + distance + ", more than " + contract.selfTestTolerance());
        }
    }

    /** The farthest of the seven numbers from what training gave; NaN where one is missing. */
    private static double distance(JsonNode expected, Emotion emotion) {
        double farthest = Math.abs(expected.path(DISTRESS).asDouble(Double.NaN) - emotion.distress());
        for (EmotionalState state : EmotionalState.values()) {
            double probability = expected.path(STATES).path(state.label()).asDouble(Double.NaN);
            farthest = Math.max(farthest, Math.abs(probability - emotion.probability(state)));
        }
        return farthest;
    }
}
