package io.heed.language.wordpiece;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** Splits text into lower-case words and single punctuation marks, as the uncased BERT encoders were trained. */
final class Words {
    private Words() {}

    static List<String> of(String text) {
        String decomposed = Normalizer.normalize(clean(text), Normalizer.Form.NFD);
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        decomposed.codePoints().forEach(point -> {
            if (Character.getType(point) == Character.NON_SPACING_MARK) {
                return;
            }
            if (isSpace(point)) {
                finish(word, words);
            } else if (isPunctuation(point)) {
                finish(word, words);
                words.add(Character.toString(point));
            } else {
                word.appendCodePoint(Character.toLowerCase(point));
            }
        });
        finish(word, words);
        return words;
    }

    private static String clean(String text) {
        StringBuilder cleaned = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> {
            if (isSpace(point)) {
                cleaned.append(' ');
            } else if (isIdeograph(point)) {
                cleaned.append(' ').appendCodePoint(point).append(' ');
            } else if (!isControl(point)) {
                cleaned.appendCodePoint(point);
            }
        });
        return cleaned.toString();
    }

    private static void finish(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private static boolean isSpace(int point) {
        return point == '\t' || point == '\n' || point == '\r' || Character.isSpaceChar(point);
    }

    private static boolean isControl(int point) {
        if (point == 0xFFFD) {
            return true;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE, Character.SURROGATE -> true;
            default -> false;
        };
    }

    private static boolean isPunctuation(int point) {
        if (within(point, '!', '/') || within(point, ':', '@') || within(point, '[', '`') || within(point, '{', '~')) {
            return true;
        }
        return switch (Character.getType(point)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }

    private static boolean isIdeograph(int point) {
        return within(point, 0x4E00, 0x9FFF)
                || within(point, 0x3400, 0x4DBF)
                || within(point, 0x20000, 0x2A6DF)
                || within(point, 0x2A700, 0x2CEAF)
                || within(point, 0xF900, 0xFAFF)
                || within(point, 0x2F800, 0x2FA1F);
    }

    private static boolean within(int point, int first, int last) {
        return point >= first && point <= last;
    }
}
