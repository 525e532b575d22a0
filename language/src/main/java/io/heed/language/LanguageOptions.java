package io.heed.language;

import io.heed.language.redaction.HashingKey;
import java.nio.file.Path;

/**
 * What understanding needs to know.
 *
 * @param hashingKey the secret behind the hashes in placeholders
 * @param workspace the company's folder; models are read from its {@code models/repository/emotional-state}, contact
 *     reasons from its {@code language/definitions/contact-reasons.yaml}. What is missing there is not recognised
 * @param usualLanguage the language most customers write, ISO 639-1; it decides where a message is too short to tell
 */
public record LanguageOptions(HashingKey hashingKey, Path workspace, String usualLanguage) {
    public LanguageOptions {
        workspace = workspace.toAbsolutePath().normalize();
        if (!usualLanguage.matches("[a-z]{2}")) {
            throw new IllegalArgumentException(
                    "usual-language is not an ISO 639-1 code: " + usualLanguage + " (legal: en)");
        }
    }

    /** Where the versions of the model of emotional states lie. */
    public Path modelRepository() {
        return workspace.resolve("models").resolve("repository");
    }

    /** The file of declared contact reasons, which need not exist. */
    public Path contactReasons() {
        return workspace.resolve("language").resolve("definitions").resolve("contact-reasons.yaml");
    }
}
