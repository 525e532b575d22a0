package io.heed.language;

import io.heed.language.detection.LanguageDetection;
import io.heed.language.emotion.EmotionModel;
import io.heed.language.redaction.Redactor;
import io.heed.models.repository.ModelDirectory;
import io.heed.models.repository.ModelRepository;
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
    private @Nullable MessageReader champion;

    private LanguageUnderstanding(LanguageOptions options) {
        this.options = options;
        redactor = Redactor.create(options.hashingKey());
    }

    /** The one instance of this JVM for these options. The first call loads some 300 MB; nothing is ever closed. */
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

    /**
     * What reads where nobody has changed the model since the job began: the champion by its aliases.
     *
     * @throws io.heed.events.yaml.InvalidDefinitionsException naming all that is wrong with the model or the reasons
     */
    public synchronized MessageReader champion() {
        MessageReader reader = champion;
        if (reader == null) {
            reader = MessageReader.of(options, championVersion());
            champion = reader;
        }
        return reader;
    }

    /** Whether this workspace has a model of emotional states. */
    public boolean emotionsAreRead() {
        return champion().emotionsAreRead();
    }

    /** From this distress on a customer counts as distressed, as the champion's contract says; 1 without a model. */
    public double distressThreshold() {
        return champion().distressThreshold();
    }

    /**
     * What is known of a message. Text in a language without a redactor is withheld; only customers are scored, and of a
     * text that names its speakers only their turns.
     */
    public Understanding understand(CustomerMessage message) {
        Understanding redacted = redact(message);
        return redacted.withheld()
                ? redacted
                : champion().read(redacted.redactedText(), message.speaker(), redacted.language());
    }

    /** A message without personal data, with its language and nothing else; withheld where nothing can redact it. */
    public Understanding redact(CustomerMessage message) {
        String redacted = SpokenText.redact(message.text(), message.conversation(), redactor);
        SpokenText spoken = SpokenText.of(redacted, message.speaker());
        String declared = message.declaredLanguage();
        String told = telling(spoken, message);
        String language = languages.detect(told, declared == null ? options.usualLanguage() : declared);
        boolean withheld = !isRedacted(language) || !othersAreRedacted(spoken, told, language);
        return new Understanding(withheld ? "" : redacted, withheld, language, Optional.empty(), Optional.empty());
    }

    /** The words that tell the language; words of another language are easily taken for names, so too few are not enough. */
    private static String telling(SpokenText redacted, CustomerMessage message) {
        String raw = SpokenText.of(message.text(), message.speaker()).tellingLanguage();
        String left = Redactor.withoutPlaceholders(redacted.tellingLanguage());
        return 2 * letters(left) < letters(raw) ? raw : left;
    }

    private static long letters(String text) {
        return text.codePoints().filter(Character::isLetter).count();
    }

    /** Others may speak another language than the customer; where they alone speak, theirs is told already. */
    private boolean othersAreRedacted(SpokenText spoken, String told, String language) {
        String others = Redactor.withoutPlaceholders(spoken.othersWords());
        return others.equals(told) || isRedacted(languages.detect(others, language));
    }

    private static boolean isRedacted(String language) {
        return REDACTED_LANGUAGES.contains(language);
    }

    private @Nullable ModelDirectory championVersion() {
        ModelRepository repository = new ModelRepository(options.modelRepository());
        return repository.serving().contains(EmotionModel.NAME)
                ? ModelDirectory.read(repository.folder(EmotionModel.NAME, repository.champion(EmotionModel.NAME)))
                : null;
    }
}
