package io.heed.language.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.heed.language.emotion.WrittenWords;
import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the {@link WrittenWords} of messages that are redacted already, made by the code that serves. */
public final class MessageVectors {
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
        try (BufferedReader lines = Files.newBufferedReader(Path.of(args[0]));
                DataOutputStream out = new DataOutputStream(
                        new java.io.BufferedOutputStream(Files.newOutputStream(Path.of(args[1]))))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String text = json.readTree(line).path("text").asText();
                write(WrittenWords.of(text), out);
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
