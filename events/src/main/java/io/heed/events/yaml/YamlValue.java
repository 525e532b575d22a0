package io.heed.events.yaml;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A value in a user's file. Each reading method notes a problem where the value is of another kind, and then gives an
 * empty value so that the load can go on and find the rest.
 */
public final class YamlValue {
    private final YamlFile file;
    private final String key;
    private final SourcePosition keyPosition;
    private final Node node;

    YamlValue(YamlFile file, String key, SourcePosition keyPosition, Node node) {
        this.file = file;
        this.key = key;
        this.keyPosition = keyPosition;
        this.node = node;
    }

    /** The key under which the value stands. */
    public String key() {
        return key;
    }

    /** Where the value begins. */
    public SourcePosition position() {
        return file.position(node.getStartMark());
    }

    /** Where the value's key begins. */
    public SourcePosition keyPosition() {
        return keyPosition;
    }

    /** Notes a problem at this value. */
    public void problem(String problem) {
        file.problems.add(position(), problem);
    }

    /** Notes a problem at a character of this value's text: line from 0 within the text, column from 0. */
    public void problemWithin(int lineOfText, int columnOfText, String problem) {
        file.problems.add(
                node instanceof ScalarNode scalar
                        ? new ScalarText(file, scalar).position(lineOfText, columnOfText)
                        : position(),
                problem);
    }

    /** The value as text. */
    public String text() {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        problem(key + " is not text (legal: " + key + ": some text)");
        return "";
    }

    /** The value as a number. */
    public double number() {
        String text = text();
        try {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException ignored) {
            // reported below, together with infinite values
        }
        wrong(text, "is not a number", "1.5");
        return 0;
    }

    /** The value as a whole number. */
    public int wholeNumber() {
        String text = text();
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException ignored) {
            wrong(text, "is not a whole number", "3");
            return 0;
        }
    }

    /** The value as a flag. */
    public boolean flag() {
        String text = text();
        if (!text.equals("true") && !text.equals("false")) {
            wrong(text, "is not true or false", "true");
        }
        return text.equals("true");
    }

    /** The value as a duration in milliseconds, such as 90s, 30m, 24h or 7d. */
    public long durationMillis() {
        String text = text();
        try {
            return Durations.parseMillis(text);
        } catch (IllegalArgumentException refused) {
            wrong(text, "is not a duration", "90s, 30m, 24h or 7d");
            return 0;
        }
    }

    /** The value as a duration in milliseconds that is not 0; the example shows a legal one. */
    public long durationAboveZeroMillis(String example) {
        int problemsBefore = file.problems.count();
        long millis = durationMillis();
        if (millis == 0 && file.problems.count() == problemsBefore) {
            wrong(text(), "is not above 0", example);
        }
        return millis;
    }

    /** The value as an ISO-8601 instant, in milliseconds since 1970. */
    public long timeMillis() {
        String text = text();
        try {
            return Instant.parse(text).toEpochMilli();
        } catch (DateTimeParseException | ArithmeticException refused) {
            wrong(text, "is not a time", "2026-03-01T00:00:00Z");
            return 0;
        }
    }

    /** The value as one of an enum's constants, written in kebab-case; null where it is none of them. */
    public <E extends Enum<E>> @Nullable E choice(Class<E> choices) {
        String text = text();
        List<String> legal = Arrays.stream(choices.getEnumConstants())
                .map(YamlValue::kebabCase)
                .toList();
        int index = legal.indexOf(text);
        if (index < 0) {
            wrong(text, "is not one of " + legal, legal.get(0));
            return null;
        }
        return choices.getEnumConstants()[index];
    }

    /** The values of a list; a single value that is no list counts as a list of one. */
    public List<YamlValue> list() {
        if (!(node instanceof SequenceNode sequence)) {
            return List.of(this);
        }
        List<YamlValue> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            items.add(new YamlValue(file, key, file.position(item.getStartMark()), item));
        }
        return items;
    }

    /** The texts of a list; a single text counts as a list of one. */
    public List<String> texts() {
        return list().stream().map(YamlValue::text).toList();
    }

    /** Whether the value is a mapping. */
    public boolean isMapping() {
        return node instanceof MappingNode;
    }

    /** The value as a mapping, or null where it is none. */
    public @Nullable YamlMapping mapping() {
        if (node instanceof MappingNode mapping) {
            return new YamlMapping(file, mapping);
        }
        problem(key + " is not a mapping (legal: " + key + ": {name: value})");
        return null;
    }

    /** Notes a text that breaks a rule; a value that is no text at all has been noted by {@link #text}. */
    private void wrong(String text, String rule, String example) {
        if (node instanceof ScalarNode) {
            problem(key + " " + rule + ": " + text + " (legal: " + example + ")");
        }
    }

    private static String kebabCase(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
