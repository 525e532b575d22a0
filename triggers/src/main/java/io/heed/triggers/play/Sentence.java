package io.heed.triggers.play;

import io.heed.events.expression.Bindings;
import io.heed.events.expression.Expression;
import io.heed.events.expression.ExpressionCompiler;
import io.heed.events.expression.ValueType;
import io.heed.events.yaml.YamlValue;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A sentence with places for values. */
final class Sentence {
    /** Where in its text the compiler found a problem; places have one line. */
    private static final Pattern POSITION = Pattern.compile("1:(\\d+): ");

    private final List<Part> parts;

    /** Plain text, followed by a place unless it is the end. */
    private record Part(
            String text, @Nullable Place place, @Nullable Expression value) {}

    private interface Complaint {
        void at(int offset, String problem);
    }

    private Sentence(List<Part> parts) {
        this.parts = parts;
    }

    /**
     * The sentence of a text that was checked before.
     *
     * @throws IllegalArgumentException naming what is wrong with it
     */
    static Sentence compile(String text, ExpressionCompiler compiler) {
        return parse(text, compiler, (offset, problem) -> {
            throw new IllegalArgumentException(problem);
        });
    }

    /** Notes what is wrong with a sentence in a user's file. */
    static void check(YamlValue at, ExpressionCompiler compiler) {
        parse(at.text(), compiler, (offset, problem) -> at.problemWithin(0, offset, problem));
    }

    /** The sentence with all values, or null where one that has no substitute is absent. */
    @Nullable
    String say(Bindings bindings, ZoneId zone) {
        StringBuilder said = new StringBuilder();
        for (Part part : parts) {
            said.append(part.text());
            if (part.place() != null && part.value() != null) {
                Object value = part.value().evaluate(bindings);
                String otherwise = part.place().otherwise();
                if (value == null && otherwise == null) {
                    return null;
                }
                said.append(
                        value == null
                                ? otherwise
                                : Wording.of(value, part.place().format(), zone));
            }
        }
        return said.toString();
    }

    /** The features that its values read. */
    Set<String> featuresRead() {
        Set<String> read = new TreeSet<>();
        for (Part part : parts) {
            if (part.value() != null) {
                read.addAll(part.value().fieldsRead(SignalBindings.FEATURES));
            }
        }
        return read;
    }

    private static Sentence parse(String text, ExpressionCompiler compiler, Complaint complaint) {
        List<Part> parts = new ArrayList<>();
        int from = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
            int close = text.indexOf('}', open);
            if (close < 0) {
                complaint.at(open, "a place is not closed: " + text.substring(open) + " (legal: {bill.charges:0.00})");
                break;
            }
            Place place = Place.parse(text.substring(open + 1, close), open + 1);
            parts.add(new Part(text.substring(from, open), place, compile(place, compiler, complaint)));
            from = close + 1;
        }
        parts.add(new Part(text.substring(from), null, null));
        return new Sentence(parts);
    }

    private static @Nullable Expression compile(Place place, ExpressionCompiler compiler, Complaint complaint) {
        try {
            return compiler.compile(place.expression(), ValueType.VALUE);
        } catch (IllegalArgumentException wrong) {
            String problem = String.valueOf(wrong.getMessage());
            Matcher position = POSITION.matcher(problem);
            int column = position.lookingAt() ? Integer.parseInt(position.group(1)) - 1 : 0;
            complaint.at(place.offset() + column, position.replaceFirst(""));
            return null;
        }
    }
}
