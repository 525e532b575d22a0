package io.heed.language.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.heed.language.emotion.MessageVector;
import io.heed.language.encoding.SentenceEncoder;
import io.heed.language.redaction.HashingKey;
import io.heed.language.redaction.Redactor;
import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes the vector of each message of a file, made by the code that serves it, so that training and serving cannot
 * drift apart.
 */
public final class MessageVectors {
    /** No vector depends on it. */
    private static final HashingKey ANY_KEY = HashingKey.of("for training alone");

    private MessageVectors() {}

    /**
     * Reads JSON lines with a field {@code text} from the first path and writes to the second, for each line, the count
     * of non-zero numbers and then pairs of index and value (big-endian int, int, float).
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            throw new IllegalArgumentException("usage: MessageVectors MESSAGES.jsonl VECTORS.bin");
        }
        ObjectMapper json = new ObjectMapper();
        SentenceEncoder encoder = SentenceEncoder.shared();
        Redactor redactor = Redactor.create(ANY_KEY);
        try (BufferedReader lines = Files.newBufferedReader(Path.of(args[0]));
                DataOutputStream out = new DataOutputStream(
                        new java.io.BufferedOutputStream(Files.newOutputStream(Path.of(args[1]))))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String text = json.readTree(line).path("text").asText();
                write(MessageVector.of(redactor.redact(text, ""), encoder), out);
            }
        }
    }

    private static void write(float[] vector, DataOutputStream out) throws IOException {
        int filled = 0;
        for (float value : vector) {
            filled += value != 0 ? 1 : 0;
        }
        out.writeInt(filled);
        for (int i = 0; i < vector.length; i++) {
            if (vector[i] != 0) {
                out.writeInt(i);
                out.writeFloat(vector[i]);
            }
        }
    }
}
