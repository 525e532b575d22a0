package io.heed.language.redaction;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Messages by hands that had not seen the redactor, with their personal data marked: one file for tuning, one that only
 * judges.
 */
final class PlantedApart {
    private static final Pattern MARK = Pattern.compile("\\{([A-Z]+):([^}]*)}");

    /** A file of messages. Rules and lists follow what is missed in the first; the second is judged by its totals. */
    enum Corpus {
        TUNING("planted-apart.txt"),
        JUDGING("planted-second.txt"),
        /** Shapes that people type, written down beside the rules. */
        SHAPES("shapes.txt");

        private final String file;

        Corpus(String file) {
            this.file = file;
        }
    }

    /** A message as the redactor sees it, and where its personal data is. */
    record Planted(String text, List<PersonalSpan> marks) {}

    private PlantedApart() {}

    static List<Planted> messages(Corpus corpus, boolean smallLetters) {
        return lines(corpus.file).stream()
                .map(line -> planted(line, smallLetters))
                .toList();
    }

    private static Planted planted(String line, boolean smallLetters) {
        StringBuilder text = new StringBuilder();
        List<PersonalSpan> marks = new ArrayList<>();
        Matcher matcher = MARK.matcher(line);
        int copied = 0;
        while (matcher.find()) {
            text.append(cased(line.substring(copied, matcher.start()), smallLetters));
            int start = text.length();
            text.append(cased(matcher.group(2), smallLetters));
            marks.add(new PersonalSpan(PersonalKind.valueOf(matcher.group(1)), start, text.length()));
            copied = matcher.end();
        }
        text.append(cased(line.substring(copied), smallLetters));
        return new Planted(text.toString(), marks);
    }

    private static String cased(String text, boolean smallLetters) {
        return smallLetters ? text.toLowerCase(Locale.ROOT) : text;
    }

    private static List<String> lines(String file) {
        try (InputStream in = PlantedApart.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing from the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
