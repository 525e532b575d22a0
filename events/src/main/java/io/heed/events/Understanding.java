package io.heed.events;

import java.io.Serializable;
import java.util.List;

/**
 * How a type's free text is understood, by the names of its fields.
 *
 * @param text the field that holds the text
 * @param speaker the field that says who speaks (customer, agent or bot), "" where it is always the customer
 * @param conversation the field that groups messages of one conversation, "" where each stands alone
 */
public record Understanding(String text, String speaker, String conversation) implements Serializable {
    /** The detected language, ISO 639-1. */
    public static final String LANGUAGE = "language";
    /** The emotional state, or {@code unknown}. */
    public static final String EMOTION = "emotion";
    /** The probability that the customer is frustrated or angry. */
    public static final String DISTRESS = "distress";
    /** The contact reason. */
    public static final String REASON = "reason";
    /** How sure the reason is, 0 to 1. */
    public static final String REASON_CONFIDENCE = "reasonConfidence";

    /** The fields that understanding adds to a type. */
    public static List<Field> addedFields() {
        return List.of(
                Field.optional(LANGUAGE, FieldType.TEXT, "Detected language of the text, ISO 639-1."),
                Field.optional(EMOTION, FieldType.TEXT, "Emotional state that the text shows."),
                Field.optional(DISTRESS, FieldType.NUMBER, "Probability that the customer is frustrated or angry."),
                Field.optional(REASON, FieldType.TEXT, "Contact reason of the text."),
                Field.optional(REASON_CONFIDENCE, FieldType.NUMBER, "How sure the contact reason is."));
    }
}
