package io.heed.language.emotion;

import io.heed.events.yaml.Problems;
import io.heed.language.wordpiece.Vocabulary;
import io.heed.language.wordpiece.WordPiece;
import io.heed.models.repository.ModelContract;
import io.heed.models.repository.ModelDirectory;
import io.heed.models.repository.ModelKind;
import io.heed.models.scoring.OnnxSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What model.yaml says of a model of emotional states, checked: its states and how messages enter its graph. */
final class EmotionContract {
    private static final Set<String> LAYOUTS = new TreeSet<>(Set.of(MessagePieces.LAYOUT, WrittenWords.LAYOUT));
    private static final Set<String> KEYS = Set.of("layout", "vocabulary", "most-pieces");

    private final String file;
    private final String layout;
    private final @Nullable MessagePieces pieces;

    private EmotionContract(String file, String layout, @Nullable MessagePieces pieces) {
        this.file = file;
        this.layout = layout;
        this.pieces = pieces;
    }

    static EmotionContract of(ModelDirectory directory) {
        ModelContract contract = directory.contract();
        String file = directory.contractFile().toString();
        Problems problems = new Problems();
        checkStates(contract, file, problems);
        String layout = contract.text().getOrDefault("layout", "");
        if (!LAYOUTS.contains(layout)) {
            problems.add(
                    file,
                    "text.layout is not one that this version of Heed makes: \"" + layout + "\" (legal: " + LAYOUTS
                            + ")");
        }
        for (String key : new TreeSet<>(contract.text().keySet())) {
            if (!KEYS.contains(key)) {
                problems.add(file, "unknown key: text." + key + " (legal: " + new TreeSet<>(KEYS) + ")");
            }
        }
        MessagePieces pieces = layout.equals(MessagePieces.LAYOUT) ? pieces(directory, file, problems) : null;
        problems.throwIfAny();
        return new EmotionContract(file, layout, pieces);
    }

    /** How the graph is fed. */
    MessageInput input(OnnxSession session) {
        Set<String> inputs = new TreeSet<>(session.inputs().keySet());
        Problems problems = new Problems();
        boolean fits = pieces == null ? WrittenWordsInput.fits(inputs) : WordPieceInput.fits(inputs);
        if (!fits) {
            problems.add(
                    file,
                    "the graph's inputs are not those of layout " + layout + ": " + inputs + " (legal: "
                            + (pieces == null
                                    ? "one input"
                                    : "input_ids, attention_mask, token_type_ids, written_words")
                            + ")");
        }
        for (String output : List.of(EmotionModel.STATES, EmotionModel.DISTRESS)) {
            if (!session.outputs().containsKey(output)) {
                problems.add(
                        file,
                        "the graph has no output " + output + ": "
                                + new TreeSet<>(session.outputs().keySet()) + " (legal: states, distress, meaning)");
            }
        }
        problems.throwIfAny();
        return pieces == null ? new WrittenWordsInput(inputs.iterator().next()) : new WordPieceInput(pieces, inputs);
    }

    private static void checkStates(ModelContract contract, String file, Problems problems) {
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
    }

    private static @Nullable MessagePieces pieces(ModelDirectory directory, String file, Problems problems) {
        String name = directory.contract().text().getOrDefault("vocabulary", "vocabulary.txt");
        Path path = directory.folder().resolve(name);
        String most = directory.contract().text().getOrDefault("most-pieces", String.valueOf(MessagePieces.USUAL_MOST));
        if (!most.matches("[1-9]\\d{0,2}") || Integer.parseInt(most) < 8 || Integer.parseInt(most) > 512) {
            problems.add(file, "text.most-pieces is not within 8..512: " + most + " (legal: most-pieces: 128)");
            return null;
        }
        if (!Files.isRegularFile(path)) {
            problems.add(file, "text.vocabulary is no file of this version: " + name + " (legal: vocabulary.txt)");
            return null;
        }
        try {
            return new MessagePieces(new WordPiece(Vocabulary.of(Files.readAllLines(path)), Integer.parseInt(most)));
        } catch (IllegalArgumentException unfit) {
            problems.add(path.toString(), String.valueOf(unfit.getMessage()));
            return null;
        } catch (IOException failed) {
            throw new UncheckedIOException(path + ": cannot be read", failed);
        }
    }
}
