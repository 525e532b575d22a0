package io.heed.jobs.flink.understanding;

import io.heed.jobs.understanding.EventUnderstanding;
import io.heed.jobs.understanding.KeyedHash;
import io.heed.jobs.understanding.ReadingVersions;
import io.heed.language.LanguageOptions;
import io.heed.language.LanguageUnderstanding;
import io.heed.language.MessageReader;
import io.heed.language.emotion.EmotionModel;
import io.heed.language.redaction.HashingKey;
import io.heed.models.repository.Deployment;
import io.heed.models.repository.ModelRepository;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
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
            LOG.warn("this build has no name finder: names are found by cues and lists alone");
        }
        return new EventUnderstanding(this::language, new KeyedHash(hashKey));
    }

    /** Loads the champion at once where text is expected, so that one that cannot be loaded is told at the start. */
    void requireChampion() {
        if (textExpected) {
            language().champion();
        }
    }

    /** Who reads messages, by the aliases of the workspace until a change says otherwise. */
    ReadingVersions<MessageReader> versions() {
        LanguageOptions language = languageOptions();
        ModelRepository repository = new ModelRepository(language.modelRepository());
        List<Deployment> declared = repository.serving().contains(EmotionModel.NAME)
                ? List.of(Deployment.of(repository, EmotionModel.NAME, repository.aliases(EmotionModel.NAME)))
                : List.of();
        return new ReadingVersions<>(
                EmotionModel.NAME,
                declared,
                deployment -> MessageReader.of(
                        language,
                        deployment.map(each -> each.champion(repository)).orElse(null)),
                MessageReader::close);
    }

    private LanguageUnderstanding language() {
        return LanguageUnderstanding.shared(languageOptions());
    }

    private LanguageOptions languageOptions() {
        return new LanguageOptions(HashingKey.of(hashKey), Path.of(workspace), usualLanguage);
    }
}
