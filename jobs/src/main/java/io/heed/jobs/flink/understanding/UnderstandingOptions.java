package io.heed.jobs.flink.understanding;

import io.heed.jobs.understanding.EventUnderstanding;
import io.heed.jobs.understanding.KeyedHash;
import io.heed.language.LanguageOptions;
import io.heed.language.LanguageUnderstanding;
import io.heed.language.redaction.HashingKey;
import java.io.Serializable;
import java.nio.file.Path;

/**
 * What understanding needs on the machine where it runs.
 *
 * @param workspace the workspace's folder
 */
public record UnderstandingOptions(String workspace, String hashKey, String usualLanguage) implements Serializable {
    EventUnderstanding open() {
        LanguageOptions options = new LanguageOptions(HashingKey.of(hashKey), Path.of(workspace), usualLanguage);
        return new EventUnderstanding(LanguageUnderstanding.shared(options), new KeyedHash(hashKey));
    }
}
