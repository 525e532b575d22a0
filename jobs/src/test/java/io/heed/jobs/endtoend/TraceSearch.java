package io.heed.jobs.endtoend;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds values in bytes of any kind, in small or capital letters: as UTF-8, as UTF-16 of either order, and with each
 * character, or each that is no letter or digit, escaped as in JSON or in a web address.
 */
final class TraceSearch {
    private static final int BEGINNING = 4;
    private static final int BITS = 20;

    private final Map<Integer, List<Trace>> byBeginning = new HashMap<>();
    private final boolean[] begins = new boolean[1 << BITS];

    /** One way of writing a value. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Trace(String report, byte[] form) {}

    /** Looks out for a value; a find is reported by its place and the value. */
    void add(String place, String value) {
        String small = value.toLowerCase(Locale.ROOT);
        if (small.length() < BEGINNING) {
            throw new IllegalArgumentException("value is too short to be told from chance: " + value);
        }
        String report = place + ": " + value;
        add(report, small.getBytes(StandardCharsets.UTF_8));
        add(report, small.getBytes(StandardCharsets.UTF_16LE));
        add(report, small.getBytes(StandardCharsets.UTF_16BE));
        for (String escape : List.of("\\u%04x", "%%%02x")) {
            add(report, escaped(small, escape, true).getBytes(StandardCharsets.UTF_8));
            add(report, escaped(small, escape, false).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String escaped(String value, String escape, boolean all) {
        return value.chars()
                .mapToObj(character -> all || !Character.isLetterOrDigit(character)
                        ? escape.formatted(character)
                        : Character.toString(character))
                .collect(Collectors.joining());
    }

    private void add(String report, byte[] form) {
        int beginning = ByteBuffer.wrap(form).getInt();
        begins[slot(beginning)] = true;
        byBeginning.computeIfAbsent(beginning, any -> new ArrayList<>()).add(new Trace(report, form));
    }

    /** What a text holds. */
    Set<String> in(String text) {
        return in(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What the files of a folder hold, each find with its file; files may come and go meanwhile. */
    Set<String> in(Path folder) throws IOException {
        Set<String> found = new TreeSet<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String name = folder.relativize(file).toString();
                in(name).forEach(find -> found.add("name of " + name + " holds " + find));
                try {
                    in(Files.readAllBytes(file)).forEach(find -> found.add(name + " holds " + find));
                } catch (NoSuchFileException gone) {
                    return FileVisitResult.CONTINUE;
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }

    private Set<String> in(byte[] bytes) {
        Set<String> found = new TreeSet<>();
        int beginning = 0;
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = small(bytes[i]);
            beginning = (beginning << 8) | (bytes[i] & 0xFF);
            if (i >= BEGINNING - 1 && begins[slot(beginning)]) {
                collect(bytes, i + 1 - BEGINNING, beginning, found);
            }
        }
        return found;
    }

    /** The bytes after the beginning are not made small yet. */
    private void collect(byte[] bytes, int from, int beginning, Set<String> found) {
        for (Trace trace : byBeginning.getOrDefault(beginning, List.of())) {
            byte[] form = trace.form();
            int at = BEGINNING;
            while (at < form.length && from + at < bytes.length && small(bytes[from + at]) == form[at]) {
                at++;
            }
            if (at == form.length) {
                found.add(trace.report());
            }
        }
    }

    private static byte small(byte letter) {
        return letter >= 'A' && letter <= 'Z' ? (byte) (letter + 32) : letter;
    }

    private static int slot(int beginning) {
        return (beginning * 0x9E3779B1) >>> (32 - BITS);
    }
}
