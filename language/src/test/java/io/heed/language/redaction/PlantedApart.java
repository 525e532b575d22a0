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
 * Messages by a hand that has not seen the redactor, with their personal data marked. The odd lines are for tuning; the
 * even ones only judge.
 */
final class PlantedApart {
    private static final Pattern MARK = Pattern.compile("\\{([A-Z]+):([^}]*)}");

    /** Which lines of the file. */
    enum Half {
        TUNING,
        JUDGING
    }

    /** A message as the redactor sees it, and where its personal data is. */
    record Planted(String text, List<PersonalSpan> marks) {}

    private PlantedApart() {}

    static List<Planted> messages(Half half, boolean smallLetters) {
        List<String> lines = lines();
        List<Planted> messages = new ArrayList<>();
        for (int i = half == Half.TUNING ? 0 : 1; i < lines.size(); i += 2) {
            messages.add(planted(lines.get(i), smallLetters));
        }
        return messages;
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

    private static List<String> lines() {
        try (InputStream in = PlantedApart.class.getResourceAsStream("planted-apart.txt")) {
            if (in == null) {
                throw new IllegalStateException("planted-apart.txt is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
