package io.heed.language;

import io.heed.language.emotion.Emotion;
import io.heed.language.reason.ContactReason;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is known of one message. What was not scored is absent, never calm.
 *
 * @param redactedText the text without personal data; empty where it is withheld
 * @param withheld whether the text was taken away, because nothing can redact its language
 * @param language the detected language, ISO 639-1, or {@code und} where it cannot be told
 * @param emotion how the customer feels; empty for other speakers and for languages the model does not name
 * @param reason why the customer is in contact; empty for other speakers and for languages it is not read in
 */
public record Understanding(
        String redactedText,
        boolean withheld,
        String language,
        Optional<Emotion> emotion,
        Optional<ContactReason> reason) {
    /** What {@link #emotionalState()} says of a message that was not scored. */
    public static final String UNKNOWN = "unknown";

    /** The most probable emotional state ({@code calm} ... {@code angry}), or {@value #UNKNOWN}. */
    public String emotionalState() {
        return emotion.map(scored -> scored.state().label()).orElse(UNKNOWN);
    }

    /** The probability that the customer is frustrated or angry. */
    public OptionalDouble distress() {
        return emotion.map(scored -> OptionalDouble.of(scored.distress())).orElseGet(OptionalDouble::empty);
    }
}
