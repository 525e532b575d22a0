package io.heed.replay.simulation.conversations;

import io.heed.replay.simulation.chance.Chance;
import java.util.List;
import java.util.Locale;

/** Makes text look as people write it: lower case, slips of the keys, missing stops, emoji, shouting. */
final class Untidiness {
    private static final List<String> GLAD = List.of(" 🙂", " 👍", " 🙏", " :)", " ❤️");
    private static final List<String> SAD = List.of(" 😡", " 🤬", " 😤", " 🙄", " :(", "!!!", "!!", " smh", " 😩");
    private static final List<String> UNSURE = List.of(" 🤔", " ??", "...", " 😕", " hmm");

    private Untidiness() {}

    /** The text as somebody of this tidiness (0 to 1) and mood would have written it. */
    static String of(String text, Emotion emotion, double tidiness, Chance chance) {
        double slovenly = 1 - tidiness;
        String written = text;
        if (emotion == Emotion.ANGRY && chance.happens(0.12)) {
            written = written.toUpperCase(Locale.ROOT);
        } else if (chance.happens(slovenly * 0.75)) {
            written = written.toLowerCase(Locale.ROOT);
        }
        if (chance.happens(slovenly * 0.6)) {
            written = withoutStop(written);
        }
        int slips = chance.happens(slovenly * 0.55) ? chance.whole(1, 2) : 0;
        for (int i = 0; i < slips; i++) {
            written = withSlip(written, chance);
        }
        return chance.happens(0.16) ? written + chance.pick(marks(emotion)) : written;
    }

    private static List<String> marks(Emotion emotion) {
        return switch (emotion) {
            case CALM, SATISFIED -> GLAD;
            case CONFUSED, WORRIED -> UNSURE;
            case FRUSTRATED, ANGRY -> SAD;
        };
    }

    private static String withoutStop(String text) {
        boolean stopped = text.endsWith(".") || text.endsWith("?");
        return stopped ? text.substring(0, text.length() - 1) : text;
    }

    /** Two letters swapped, one lost or one doubled; never in a word that holds a digit or an at sign. */
    private static String withSlip(String text, Chance chance) {
        int at = chance.whole(0, Math.max(0, text.length() - 2));
        boolean letters = text.length() > 6
                && Character.isLetter(text.charAt(at))
                && Character.isLetter(text.charAt(at + 1))
                && !partOfData(text, at);
        if (!letters) {
            return text;
        }
        String head = text.substring(0, at);
        String tail = text.substring(at + 2);
        char first = text.charAt(at);
        char second = text.charAt(at + 1);
        return switch (chance.whole(0, 2)) {
            case 0 -> head + second + first + tail;
            case 1 -> head + first + tail;
            default -> head + first + first + second + tail;
        };
    }

    private static boolean partOfData(String text, int at) {
        int from = text.lastIndexOf(' ', at) + 1;
        int space = text.indexOf(' ', at);
        String word = text.substring(from, space < 0 ? text.length() : space);
        return word.contains("@") || word.chars().anyMatch(Character::isDigit);
    }
}
