package io.heed.benchmarks.flink;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** The beginning of a recording, for measurements that must not take long. */
final class RecordingBeginning {
    private RecordingBeginning() {}

    /** Copies so many lines, or all where there are fewer, unpacked. */
    static void copy(Path recording, Path to, long lines) throws IOException {
        try (InputStream raw = Files.newInputStream(recording);
                InputStream in = recording.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
                BufferedWriter writer = Files.newBufferedWriter(to)) {
            String line = reader.readLine();
            for (long copied = 0; line != null && copied < lines; copied++) {
                writer.write(line);
                writer.write('\n');
                line = reader.readLine();
            }
        }
    }
}
