package io.heed.language.redaction;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Messages with personal data planted in them, as typed and in small letters. */
final class PlantedMessages {
    private static final Pattern SLOT = Pattern.compile("\\{([A-Z]+)}");
    private static final int ROUNDS = 8;

    /** A message and the personal values in it, each with its kind. */
    record Planted(String text, List<Value> values, boolean lowerCase) {}

    record Value(PersonalKind kind, String text) {}

    private PlantedMessages() {}

    /** Every carrier text several times, the values of each kind taken in turn. */
    static List<Planted> all() {
        Map<String, List<String>> values = new HashMap<>();
        for (String line : lines("values.txt")) {
            String[] parts = line.split(" ", 2);
            values.computeIfAbsent(parts[0], kind -> new ArrayList<>()).add(parts[1]);
        }
        Map<String, Integer> next = new HashMap<>();
        List<Planted> messages = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (String carrier : lines("carriers.txt")) {
                messages.add(plant(carrier, values, next, round % 2 == 1));
            }
        }
        return messages;
    }

    /** Messages without personal data. */
    static List<String> innocent() {
        return lines("innocent.txt");
    }

    private static Planted plant(
            String carrier, Map<String, List<String>> values, Map<String, Integer> next, boolean lowerCase) {
        List<Value> planted = new ArrayList<>();
        Matcher slots = SLOT.matcher(carrier);
        StringBuilder text = new StringBuilder();
        while (slots.find()) {
            String kind = slots.group(1);
            List<String> choices = values.getOrDefault(kind, List.of());
            int turn = next.merge(kind, 1, Integer::sum);
            String value = cased(choices.get(turn % choices.size()), lowerCase);
            planted.add(new Value(PersonalKind.valueOf(kind), value));
            slots.appendReplacement(text, Matcher.quoteReplacement(value));
        }
        slots.appendTail(text);
        return new Planted(cased(text.toString(), lowerCase), planted, lowerCase);
    }

    private static String cased(String text, boolean lowerCase) {
        return lowerCase ? text.toLowerCase(Locale.ROOT) : text;
    }

    private static List<String> lines(String name) {
        try (InputStream in = PlantedMessages.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
