package io.heed.replay.simulation.conversations;

import io.heed.replay.simulation.chance.Chance;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The phrases of one language, by section; the file has {@code [section]} lines with one phrase a line below. */
final class Phrases {
    private final Map<String, List<String>> sections;

    private Phrases(Map<String, List<String>> sections) {
        this.sections = sections;
    }

    /** The phrases of {@code en} or {@code es}. */
    static Phrases of(String language) {
        String resource = "phrases-" + language + ".txt";
        try (InputStream in = Phrases.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("resource is missing from the jar: " + resource);
            }
            return new Phrases(read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, List<String>> read(BufferedReader lines) throws IOException {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        List<String> section = new ArrayList<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String text = line.strip();
            if (text.startsWith("[")) {
                section = sections.computeIfAbsent(text.substring(1, text.length() - 1), name -> new ArrayList<>());
            } else if (!text.isEmpty() && !text.startsWith("#")) {
                section.add(text);
            }
        }
        return sections;
    }

    /** A phrase of a section. */
    String pick(String section, Chance chance) {
        List<String> phrases = sections.get(section);
        if (phrases == null) {
            throw new IllegalArgumentException("section is not in the phrases: " + section);
        }
        return chance.pick(phrases);
    }
}
