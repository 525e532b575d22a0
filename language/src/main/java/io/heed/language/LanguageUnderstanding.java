package io.heed.language;

import io.heed.language.detection.LanguageDetection;
import io.heed.language.emotion.Emotion;
import io.heed.language.emotion.EmotionModel;
import io.heed.language.emotion.MessageVector;
import io.heed.language.encoding.SentenceEncoder;
import io.heed.language.reason.ContactReason;
import io.heed.language.reason.ContactReasons;
import io.heed.language.reason.ReasonTaxonomy;
import io.heed.language.redaction.Redactor;
import io.heed.models.repository.ModelRepository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Understands messages: takes personal data out, tells the language, reads the emotional state and the contact reason.
 *
 * <p>Thread safe; the same message gives the same understanding, bit for bit, whatever else is under way.
 */
public final class LanguageUnderstanding {
    /** The languages whose personal data the redactor knows; text in others is withheld. */
    private static final Set<String> REDACTED_LANGUAGES = Set.of("en", "es");

    private static final Map<LanguageOptions, LanguageUnderstanding> SHARED = new ConcurrentHashMap<>();

    private final LanguageOptions options;
    private final Redactor redactor;
    private final LanguageDetection languages = LanguageDetection.shared();
    private final SentenceEncoder encoder = SentenceEncoder.shared();
    private final @Nullable EmotionModel emotions;
    private final @Nullable ContactReasons reasons;

    private LanguageUnderstanding(LanguageOptions options) {
        this.options = options;
        redactor = Redactor.create(options.hashingKey());
        emotions = emotions(options, encoder);
        reasons = reasons(options, encoder);
    }

    /**
     * The one instance of this JVM for these options. The first call loads some 400 MB of models; nothing is ever closed.
     *
     * @throws io.heed.events.yaml.InvalidDefinitionsException naming all that is wrong with the model or the reasons
     */
    public static LanguageUnderstanding shared(LanguageOptions options) {
        return SHARED.computeIfAbsent(options, LanguageUnderstanding::new);
    }

    /** Takes personal data out of text alone, as for a dead letter. */
    public Redactor redactor() {
        return redactor;
    }

    /** Whether names are looked for: not in a build without CoreNLP. */
    public boolean namesAreFound() {
        return redactor.findsNames();
    }

    /** Whether this workspace has a model of emotional states. */
    public boolean emotionsAreRead() {
        return emotions != null;
    }

    /** From this distress on a customer counts as distressed, as the model's contract says; 1 without a model. */
    public double distressThreshold() {
        return emotions == null ? 1 : emotions.distressThreshold();
    }

    /**
     * What is known of a message. Text in a language without a redactor is withheld; only customers are scored, and of a
     * text that names its speakers only their turns.
     */
    public Understanding understand(CustomerMessage message) {
        String redacted = SpokenText.redact(message.text(), message.conversation(), redactor);
        SpokenText spoken = SpokenText.of(redacted, message.speaker());
        String declared = message.declaredLanguage();
        String language =
                languages.detect(spoken.tellingLanguage(), declared == null ? options.usualLanguage() : declared);
        if (!isRedacted(language) || !isRedacted(languages.detect(spoken.othersWords(), language))) {
            return new Understanding("", true, language, Optional.empty(), Optional.empty());
        }
        return spoken.understood(language, stretch -> read(stretch, language));
    }

    private static boolean isRedacted(String language) {
        return REDACTED_LANGUAGES.contains(language);
    }

    private Understanding read(String redacted, String language) {
        if (!isScored(language)) {
            return new Understanding(redacted, false, language, Optional.empty(), Optional.empty());
        }
        float[] vector = MessageVector.of(redacted, encoder);
        return new Understanding(
                redacted, false, language, emotion(vector, language), reason(redacted, vector, language));
    }

    private boolean isScored(String language) {
        return (emotions != null && emotions.reads(language)) || (reasons != null && reasons.reads(language));
    }

    private Optional<Emotion> emotion(float[] vector, String language) {
        return emotions == null || !emotions.reads(language) ? Optional.empty() : Optional.of(emotions.read(vector));
    }

    private Optional<ContactReason> reason(String redacted, float[] vector, String language) {
        return reasons == null || !reasons.reads(language)
                ? Optional.empty()
                : Optional.of(reasons.recognise(redacted, vector));
    }

    private static @Nullable EmotionModel emotions(LanguageOptions options, SentenceEncoder encoder) {
        ModelRepository repository = new ModelRepository(options.modelRepository());
        return repository.serving().contains(EmotionModel.NAME) ? EmotionModel.champion(repository, encoder) : null;
    }

    private static @Nullable ContactReasons reasons(LanguageOptions options, SentenceEncoder encoder) {
        Path file = options.contactReasons();
        if (!Files.exists(file)) {
            return null;
        }
        try {
            return new ContactReasons(ReasonTaxonomy.read(file.toString(), Files.readString(file)), encoder);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be read", e);
        }
    }
}
