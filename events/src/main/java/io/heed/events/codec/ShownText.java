package io.heed.events.codec;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What of a record that could not be read may be shown once personal data is taken out of it: nothing in which that data
 * could hide from whoever looks for it.
 */
final class ShownText {
    private static final int MAX_BYTES = 4_096;
    private static final String NO_TEXT = "[NO TEXT]";
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\t]]");
    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-fA-F]{4})|%([2-7][0-9a-fA-F])");
    private static final String WORD_ENDS = " \t\",;:=<>";

    private ShownText() {}

    /** The text, cut after 4,096 bytes, its escapes resolved; only a note where the bytes are no text in UTF-8. */
    static String of(byte[] bytes) {
        String text = decoded(bytes);
        if (text == null || CONTROL.matcher(text).find()) {
            return NO_TEXT;
        }
        String plain = ESCAPE.matcher(text).replaceAll(escape -> unescaped(escape.group(1), escape.group(2)));
        boolean whole = bytes.length <= MAX_BYTES && (plain.endsWith("}") || plain.endsWith("]"));
        return whole ? plain : withoutLastWord(plain);
    }

    /** Half an e-mail address or name would not be known as one. */
    private static String withoutLastWord(String text) {
        int end = text.length();
        while (end > 0 && WORD_ENDS.indexOf(text.charAt(end - 1)) < 0) {
            end--;
        }
        return text.substring(0, end);
    }

    private static @Nullable String decoded(byte[] bytes) {
        int length = Math.min(bytes.length, MAX_BYTES);
        while (length < bytes.length && length > 0 && (bytes[length] & 0xC0) == 0x80) {
            length--; // never half a character
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
        } catch (CharacterCodingException noText) {
            return null;
        }
    }

    private static String unescaped(@Nullable String unicode, String percent) {
        char character = (char) Integer.parseInt(unicode == null ? percent : unicode, 16);
        boolean plain = !Character.isISOControl(character) && character != '"' && character != '\\';
        return Matcher.quoteReplacement(plain ? String.valueOf(character) : " ");
    }
}
