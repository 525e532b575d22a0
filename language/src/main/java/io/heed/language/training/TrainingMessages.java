package io.heed.language.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.heed.language.emotion.MessagePieces;
import io.heed.language.redaction.HashingKey;
import io.heed.language.redaction.Redactor;
import io.heed.language.wordpiece.Vocabulary;
import io.heed.language.wordpiece.WordPiece;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes messages as models read them, made by the code that serves, so that training and serving cannot drift apart. */
public final class TrainingMessages {
    /** Nothing that models read depends on it. */
    private static final HashingKey ANY_KEY = HashingKey.of("for training alone");

    private TrainingMessages() {}

    /**
     * Reads an encoder's {@code vocab.txt} and JSON lines with a field {@code text}, and writes for each line the
     * redacted {@code text} and the numbers of its {@code pieces}.
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 3) {
            throw new IllegalArgumentException("usage: TrainingMessages VOCABULARY.txt MESSAGES.jsonl READ.jsonl");
        }
        ObjectMapper json = new ObjectMapper();
        Redactor redactor = Redactor.create(ANY_KEY);
        MessagePieces pieces = new MessagePieces(
                new WordPiece(Vocabulary.of(Files.readAllLines(Path.of(args[0]))), MessagePieces.USUAL_MOST));
        try (BufferedReader lines = Files.newBufferedReader(Path.of(args[1]));
                BufferedWriter out = Files.newBufferedWriter(Path.of(args[2]))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String text = redactor.redact(json.readTree(line).path("text").asText(), "");
                String read = Redactor.withoutHashes(text);
                Map<String, Object> message = new LinkedHashMap<>();
                message.put("text", read);
                message.put("pieces", pieces.of(read));
                out.write(json.writeValueAsString(message));
                out.newLine();
            }
        }
    }
}
