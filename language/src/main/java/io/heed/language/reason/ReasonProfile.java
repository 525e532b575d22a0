package io.heed.language.reason;

import io.heed.language.encoding.SentenceEncoder;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One declared reason, ready to be compared with messages. */
final class ReasonProfile {
    /** The weights were chosen on the training part of the service corpus; see docs/decisions/0004-language-libraries.md. */
    private static final double WEIGHT_OF_A_WORD = 0.1;

    private static final int MOST_WORDS = 2;

    private final String name;
    private final Pattern words;
    private final List<float[]> examples;
    private final float[] centre;

    ReasonProfile(DeclaredReason reason, SentenceEncoder encoder) {
        name = reason.name();
        words = pattern(reason.words());
        examples = reason.examples().stream().map(encoder::encode).toList();
        centre = centre(examples);
    }

    String name() {
        return name;
    }

    /** How well a message fits: half by the middle of the examples, half by the two nearest, and by pointing words. */
    double fit(String text, float[] meaning) {
        double nearest = -1;
        double second = -1;
        for (float[] example : examples) {
            double likeness = product(example, meaning);
            if (likeness > nearest) {
                second = nearest;
                nearest = likeness;
            } else if (likeness > second) {
                second = likeness;
            }
        }
        return (product(centre, meaning) + (nearest + second) / 2) / 2 + WEIGHT_OF_A_WORD * pointingWords(text);
    }

    private int pointingWords(String text) {
        Set<String> found = new HashSet<>();
        Matcher matcher = words.matcher(text);
        while (found.size() < MOST_WORDS && matcher.find()) {
            found.add(matcher.group().toLowerCase(Locale.ROOT));
        }
        return found.size();
    }

    private static Pattern pattern(List<String> words) {
        List<String> alternatives = words.stream()
                .map(word -> word.endsWith("*")
                        ? Pattern.quote(word.substring(0, word.length() - 1)) + "[\\w-]*"
                        : Pattern.quote(word))
                .toList();
        String either = alternatives.isEmpty() ? "(?!)" : String.join("|", alternatives);
        return Pattern.compile("(?<![\\w-])(?:" + either + ")(?![\\w-])", Pattern.CASE_INSENSITIVE);
    }

    private static float[] centre(List<float[]> vectors) {
        float[] sum = new float[SentenceEncoder.DIMENSIONS];
        for (float[] vector : vectors) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += vector[i];
            }
        }
        double length = Math.sqrt(product(sum, sum));
        for (int i = 0; i < sum.length; i++) {
            sum[i] = (float) (sum[i] / length);
        }
        return sum;
    }

    private static double product(float[] left, float[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += (double) left[i] * right[i];
        }
        return sum;
    }
}
