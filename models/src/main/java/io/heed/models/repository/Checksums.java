package io.heed.models.repository;

import io.heed.events.yaml.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** SHA256SUMS: written last, so that a directory that is still being copied has none or a wrong one. */
final class Checksums {
    static final String FILE = "SHA256SUMS";
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) [ *]([^/\\\\]+)");

    private Checksums() {}

    /** The hash of the content of a directory whose files are all there and as they were written; else problems. */
    static String verify(Path folder, Problems problems) throws IOException {
        Path sums = folder.resolve(FILE);
        if (!Files.isRegularFile(sums)) {
            problems.add(
                    sums.toString(),
                    "the file is missing, so the directory is not complete (legal: sha256sum * > SHA256SUMS, run last)");
            return "";
        }
        Map<String, String> expected = read(sums, problems);
        for (Map.Entry<String, String> entry : expected.entrySet()) {
            verify(folder.resolve(entry.getKey()), entry.getValue(), problems);
        }
        rejectUnlisted(folder, expected, problems);
        return digest(sums);
    }

    /** Writes the file over all others of a folder. */
    static void write(Path folder) throws IOException {
        StringBuilder lines = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = file.getFileName().toString();
                if (!name.equals(FILE) && !name.startsWith(".")) {
                    lines.append(digest(file)).append("  ").append(name).append('\n');
                }
            }
        }
        Files.writeString(folder.resolve(FILE), lines);
    }

    private static Map<String, String> read(Path sums, Problems problems) throws IOException {
        Map<String, String> expected = new TreeMap<>();
        int number = 0;
        for (String line : Files.readAllLines(sums)) {
            number++;
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                expected.put(matcher.group(2), matcher.group(1));
            } else {
                problems.add(sums + ":" + number + ":1", "not a checksum and a file name: " + line);
            }
        }
        return expected;
    }

    private static void verify(Path file, String expected, Problems problems) throws IOException {
        if (!Files.isRegularFile(file)) {
            problems.add(file.toString(), "the file is missing but stands in " + FILE);
            return;
        }
        String found = digest(file);
        if (!found.equals(expected)) {
            problems.add(
                    file.toString(),
                    "checksum is " + found + ", " + FILE + " says " + expected
                            + ": the file was changed or is not copied to its end (copy the directory again)");
        }
    }

    private static void rejectUnlisted(Path folder, Map<String, String> expected, Problems problems)
            throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals(FILE) && !name.startsWith(".") && !expected.containsKey(name))
                    .sorted()
                    .forEach(name -> problems.add(
                            folder.resolve(name).toString(),
                            "the file does not stand in " + FILE + " (legal: sha256sum * > SHA256SUMS, run last)"));
        }
    }

    static String digest(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            DigestInputStream digesting = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"));
            digesting.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
