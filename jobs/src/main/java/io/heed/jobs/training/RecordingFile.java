package io.heed.jobs.training;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file that rows were made from.
 *
 * @param name its name without folders
 * @param sha256 the sum of its bytes as they lie there
 */
public record RecordingFile(String name, String sha256) {
    private static final int BUFFER_BYTES = 1 << 16;

    /** The file at a path. */
    public static RecordingFile at(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            DigestInputStream digested = new DigestInputStream(in, digest);
            byte[] buffer = new byte[BUFFER_BYTES];
            while (digested.read(buffer) >= 0) {
                // reading is what sums it up
            }
            return new RecordingFile(
                    file.getFileName().toString(), HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
