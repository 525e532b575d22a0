package io.heed.jobs.training;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Which Heed this is. */
final class HeedVersion {
    private static final String RESOURCE = "/heed-version.txt";

    private HeedVersion() {}

    /** The version as the build wrote it down, such as 0.1.0. */
    static String current() {
        try (InputStream in = HeedVersion.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
