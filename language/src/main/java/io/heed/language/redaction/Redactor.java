package io.heed.language.redaction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/**
 * Takes personal data out of text: names, numbers and addresses become typed placeholders such as
 * {@code [PHONE:3fa2c1]}. Thread safe; remembers nothing.
 */
public final class Redactor {
    private final Placeholders placeholders;
    private final List<NameFinder> nameFinders;

    Redactor(HashingKey key, List<NameFinder> nameFinders) {
        placeholders = new Placeholders(key);
        this.nameFinders = List.copyOf(nameFinders);
    }

    /** A redactor with the name finder of this build, where it has one. */
    public static Redactor create(HashingKey key) {
        return new Redactor(key, Installed.NAME_FINDERS);
    }

    /** Whether a name finder is at work; without one, names are found by cues and lists alone. */
    public boolean findsNames() {
        return !nameFinders.isEmpty();
    }

    /**
     * The text with a placeholder for each piece of personal data. Redacting a redacted text changes nothing.
     *
     * <p>Never throws: a text that cannot be read becomes one placeholder.
     *
     * @param conversation what the message belongs to; the same value has the same placeholder inside it
     */
    public String redact(String text, String conversation) {
        try {
            return replaced(text, personalData(text), conversation);
        } catch (RuntimeException | StackOverflowError e) {
            // No log of the exception: its message may quote the text.
            return placeholders.placeholder(PersonalKind.TEXT, text, conversation);
        }
    }

    /** What is left of a redacted text beside its placeholders. */
    public static String withoutPlaceholders(String redactedText) {
        return Placeholders.without(redactedText);
    }

    /** A redacted text with its placeholders by their types alone, such as {@code [PHONE]}: what models read. */
    public static String withoutHashes(String redactedText) {
        return Placeholders.withoutHashes(redactedText);
    }

    /** The placeholder of what is known to be a name, such as that of a speaker; one that is written already stays. */
    public String redactName(String name, String conversation) {
        return Placeholders.written(name).isEmpty()
                ? placeholders.placeholder(PersonalKind.NAME, name, conversation)
                : redact(name, conversation);
    }

    /** How many words the text has for the search of names. */
    public int words(String text) {
        return MessageWord.in(text, List.of()).size();
    }

    /** Where the text holds numbers, e-mails and addresses; names are not looked for. In no order. */
    public List<PersonalSpan> identifiers(String text) {
        return StructuredIdentifiers.find(text, Placeholders.written(text));
    }

    /** Where the text holds names, whatever else it holds. */
    public List<PersonalSpan> names(String text) {
        return NameSearch.find(text, Placeholders.written(text), nameFinders);
    }

    /** Where the text holds personal data, in order, none overlapping another. */
    List<PersonalSpan> personalData(String text) {
        List<PersonalSpan> written = Placeholders.written(text);
        List<PersonalSpan> spans = new ArrayList<>(identifiers(text));
        List<PersonalSpan> taken = new ArrayList<>(written);
        taken.addAll(spans);
        spans.addAll(NameSearch.find(text, taken, nameFinders));
        spans.sort(Comparator.comparingInt(PersonalSpan::start));
        return spans;
    }

    private String replaced(String text, List<PersonalSpan> spans, String conversation) {
        StringBuilder redacted = new StringBuilder(text.length() + 16 * spans.size());
        int copied = 0;
        for (PersonalSpan span : spans) {
            String value = text.substring(span.start(), span.end());
            redacted.append(text, copied, span.start())
                    .append(placeholders.placeholder(span.kind(), value, conversation));
            copied = span.end();
        }
        return redacted.append(text, copied, text.length()).toString();
    }

    private static final class Installed {
        static final List<NameFinder> NAME_FINDERS =
                ServiceLoader.load(NameFinder.class, Redactor.class.getClassLoader()).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList();
    }
}
