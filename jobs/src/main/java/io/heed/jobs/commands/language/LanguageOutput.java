package io.heed.jobs.commands.language;

import io.heed.jobs.commands.terminal.Screen;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Where the lines go: the screen, or a file, packed where its name ends with .gz. */
final class LanguageOutput implements Closeable {
    private final Screen screen;
    private final @Nullable BufferedWriter file;

    private LanguageOutput(Screen screen, @Nullable BufferedWriter file) {
        this.screen = screen;
        this.file = file;
    }

    static LanguageOutput to(@Nullable Path path, Screen screen) throws IOException {
        if (path == null) {
            return new LanguageOutput(screen, null);
        }
        OutputStream out = Files.newOutputStream(path);
        OutputStream packed = path.toString().endsWith(".gz") ? new GZIPOutputStream(out) : out;
        return new LanguageOutput(screen, new BufferedWriter(new OutputStreamWriter(packed, StandardCharsets.UTF_8)));
    }

    void write(String line) {
        if (file == null) {
            screen.print(line);
            return;
        }
        try {
            file.write(line);
            file.write('\n');
        } catch (IOException failed) {
            throw new UncheckedIOException("the output cannot be written: " + failed.getMessage(), failed);
        }
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
