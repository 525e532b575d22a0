package io.heed.jobs.understanding;

import io.heed.events.CareEvent;
import io.heed.events.Understanding;
import java.util.Locale;
import java.util.Optional;

/** What became of the text of a message. */
public enum MessageFate {
    /** The emotional state of its customer is known. */
    SCORED,
    /** It is a customer's, but no model reads its language, or it says nothing. */
    UNKNOWN,
    /** It was taken away, whoever's it is, since nothing can redact its language. */
    WITHHELD;

    private static final String PREFIX = "message/";

    /** The fate of an understood event's text; empty where nothing was to be read, such as an agent's. */
    public static Optional<MessageFate> of(CareEvent understood) {
        Understanding spec = understood.type().understanding();
        if (spec == null || understood.text(Understanding.LANGUAGE) == null) {
            return Optional.empty();
        }
        if (understood.text(spec.text()) == null) {
            return Optional.of(WITHHELD);
        }
        if (!EventReading.isRead(understood)) {
            return Optional.empty();
        }
        String state = understood.text(Understanding.EMOTION);
        return Optional.of(state == null || state.equals(io.heed.language.Understanding.UNKNOWN) ? UNKNOWN : SCORED);
    }

    /** The name of the count of such messages in a language, such as {@code message/en/scored}. */
    public String counter(String language) {
        return PREFIX + language + "/" + name().toLowerCase(Locale.ROOT);
    }

    /** Whether a name is that of such a count. */
    public boolean isCountedBy(String counter) {
        return counter.startsWith(PREFIX) && counter.endsWith("/" + name().toLowerCase(Locale.ROOT));
    }
}
