package io.heed.language;

import org.jspecify.annotations.Nullable;

/**
 * One message of a conversation, as it came in.
 *
 * @param text the raw text; nothing keeps it
 * @param conversation what the message belongs to, "" where it stands alone
 * @param speaker who wrote it
 * @param declaredLanguage the customer's language by profile as an ISO 639-1 code, null where nobody said
 */
public record CustomerMessage(
        String text,
        String conversation,
        Speaker speaker,
        @Nullable String declaredLanguage) {}
