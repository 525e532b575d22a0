package io.heed.jobs.change;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A change log in a folder: one file an entry, named by its number. A file is there as a whole or not at all. */
public final class ChangeFolder implements ChangeLog {
    private static final Pattern NAME = Pattern.compile("(\\d{10})\\.json");

    private final Path folder;

    /** The log in a folder, which need not exist before the first change. */
    public ChangeFolder(Path folder) {
        this.folder = folder;
    }

    @Override
    public List<Entry> after(long number) throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (long each : numbers()) {
            if (each > number) {
                entries.add(new Entry(each, Files.readString(file(each))));
            }
        }
        return entries;
    }

    @Override
    public long append(String text) throws IOException {
        Files.createDirectories(folder);
        Path written = Files.createTempFile(folder, ".change", ".tmp");
        try {
            Files.write(written, text.getBytes(StandardCharsets.UTF_8));
            List<Long> numbers = numbers();
            long next = numbers.isEmpty() ? 1 : numbers.get(numbers.size() - 1) + 1;
            while (!isLinked(written, file(next))) {
                next++; // somebody else wrote at the same moment: theirs came first
            }
            return next;
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private static boolean isLinked(Path written, Path entry) throws IOException {
        try {
            Files.createLink(entry, written);
            return true;
        } catch (FileAlreadyExistsException taken) {
            return false;
        }
    }

    private List<Long> numbers() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> NAME.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(name -> Long.valueOf(name.group(1)))
                    .sorted()
                    .toList();
        }
    }

    private Path file(long number) {
        return folder.resolve(String.format("%010d.json", number));
    }
}
