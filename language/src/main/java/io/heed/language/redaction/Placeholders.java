package io.heed.language.redaction;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;

/**
 * Writes what stands in a redacted text for a value: {@code [PHONE:3fa2c1]}.
 *
 * <p>The hash is keyed and covers value and conversation: the same number in one conversation keeps its placeholder
 * without any memory of it, and two conversations cannot be joined by theirs.
 */
final class Placeholders {
    private static final int HASH_BYTES = 3;
    private static final Pattern WRITTEN = Pattern.compile("\\[([A-Z]{2,7}):[0-9a-f]{6}]");

    private final HashingKey key;

    Placeholders(HashingKey key) {
        this.key = key;
    }

    String placeholder(PersonalKind kind, String value, String conversation) {
        Mac mac = key.mac();
        add(mac, conversation);
        add(mac, kind.name());
        add(mac, canonical(kind, value));
        byte[] hash = mac.doFinal();
        return "[" + kind + ":" + HexFormat.of().formatHex(hash, 0, HASH_BYTES) + "]";
    }

    /** The placeholders that a text already holds. */
    static List<PersonalSpan> written(String text) {
        List<PersonalSpan> spans = new ArrayList<>();
        Matcher matcher = WRITTEN.matcher(text);
        while (matcher.find()) {
            for (PersonalKind kind : PersonalKind.values()) {
                if (kind.name().equals(matcher.group(1))) {
                    spans.add(new PersonalSpan(kind, matcher.start(), matcher.end()));
                }
            }
        }
        return spans;
    }

    static String without(String redactedText) {
        return WRITTEN.matcher(redactedText).replaceAll(" ");
    }

    static String withoutHashes(String redactedText) {
        return WRITTEN.matcher(redactedText).replaceAll("[$1]");
    }

    /** The length first, so that no two lists of parts give the same bytes. */
    private static void add(Mac mac, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        mac.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        mac.update(bytes);
    }

    private static String canonical(PersonalKind kind, String value) {
        String lower = Normalizer.normalize(value, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return switch (kind) {
            case EMAIL, IP, SECRET, TEXT -> lower;
            case ACCOUNT, ADDRESS, CARD, IBAN, NAME, ORDER, PHONE -> lower.replaceAll("[^\\p{L}\\p{N}]", "");
        };
    }
}
