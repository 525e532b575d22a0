package io.heed.benchmarks.language;

import io.heed.language.CustomerMessage;
import io.heed.language.LanguageOptions;
import io.heed.language.LanguageUnderstanding;
import io.heed.language.Speaker;
import io.heed.language.detection.LanguageDetection;
import io.heed.language.emotion.EmotionModel;
import io.heed.language.reason.ContactReasons;
import io.heed.language.reason.ReasonTaxonomy;
import io.heed.language.redaction.HashingKey;
import io.heed.language.redaction.Redactor;
import io.heed.models.repository.ModelRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The stages of understanding as the job runs them, each on what the stage before it gives. */
final class UnderstandingStages {
    private static final HashingKey KEY = HashingKey.of("a key for benchmarks alone");
    private static final String CONVERSATION = "c1";
    private static final String LANGUAGE = "en";

    private UnderstandingStages() {}

    static List<Stage> of(Path workspace, List<String> messages) throws IOException {
        LanguageUnderstanding whole = LanguageUnderstanding.shared(new LanguageOptions(KEY, workspace, LANGUAGE));
        EmotionModel emotions = EmotionModel.champion(
                new ModelRepository(workspace.resolve("models").resolve("repository")));
        ContactReasons reasons = reasons(workspace, emotions);
        Redactor redactor = whole.redactor();
        LanguageDetection languages = LanguageDetection.shared();
        List<String> redacted = new ArrayList<>();
        List<float[]> meanings = new ArrayList<>();
        for (String message : messages) {
            redacted.add(redactor.redact(message, CONVERSATION));
            meanings.add(emotions.read(redacted.get(redacted.size() - 1)).meaning());
        }
        return List.of(
                new Stage("tokenising", (text, i) -> redactor.words(text)),
                new Stage("structured identifiers", (text, i) -> redactor.identifiers(text)),
                new Stage("names", (text, i) -> redactor.names(text)),
                new Stage("redaction", (text, i) -> redactor.redact(text, CONVERSATION)),
                new Stage("language", (text, i) -> languages.detect(redacted.get(i), LANGUAGE)),
                new Stage("emotion", (text, i) -> emotions.read(redacted.get(i))),
                new Stage("contact reason", (text, i) -> reasons.recognise(redacted.get(i), meanings.get(i))),
                new Stage(
                        "whole path",
                        (text, i) ->
                                whole.understand(new CustomerMessage(text, CONVERSATION, Speaker.CUSTOMER, null))));
    }

    private static ContactReasons reasons(Path workspace, EmotionModel emotions) throws IOException {
        Path file = workspace.resolve("language").resolve("definitions").resolve("contact-reasons.yaml");
        ReasonTaxonomy taxonomy = ReasonTaxonomy.read(file.toString(), Files.readString(file));
        return new ContactReasons(taxonomy, text -> emotions.read(text).meaning());
    }
}
