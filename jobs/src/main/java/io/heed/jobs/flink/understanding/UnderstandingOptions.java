package io.heed.jobs.flink.understanding;

import io.heed.jobs.understanding.EventUnderstanding;
import io.heed.jobs.understanding.KeyedHash;
import io.heed.language.LanguageOptions;
import io.heed.language.LanguageUnderstanding;
import io.heed.language.redaction.HashingKey;
import java.io.Serializable;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What understanding needs on the machine where it runs.
 *
 * @param workspace the workspace's folder
 * @param textExpected whether any event type has text to redact
 */
public record UnderstandingOptions(String workspace, String hashKey, String usualLanguage, boolean textExpected)
        implements Serializable {
    private static final Logger LOG = LoggerFactory.getLogger(UnderstandingOptions.class);

    /** Loads the language models at once where text is expected, else when the first text comes. */
    EventUnderstanding open() {
        if (textExpected && !language().namesAreFound()) {
            LOG.warn("this build has no name finder: names stay in messages, structured identifiers are taken out");
        }
        return new EventUnderstanding(this::language, new KeyedHash(hashKey));
    }

    private LanguageUnderstanding language() {
        return LanguageUnderstanding.shared(
                new LanguageOptions(HashingKey.of(hashKey), Path.of(workspace), usualLanguage));
    }
}
