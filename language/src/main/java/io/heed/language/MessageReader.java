package io.heed.language;

import io.heed.language.emotion.Emotion;
import io.heed.language.emotion.EmotionModel;
import io.heed.language.emotion.Reading;
import io.heed.language.reason.ContactReason;
import io.heed.language.reason.ContactReasons;
import io.heed.language.reason.ReasonTaxonomy;
import io.heed.language.redaction.Redactor;
import io.heed.models.repository.ModelDirectory;
import io.heed.models.scoring.SharedModels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One version of the model of emotional states with the contact reasons that go with it: reads messages whose personal
 * data is out already. All readers of a version in a JVM share one copy, which goes when the last is closed. Thread safe.
 */
public final class MessageReader implements AutoCloseable {
    private static final SharedModels<Version, Loaded> LOADED = new SharedModels<>(Loaded::close);

    private static final Pattern NO_WORDS = Pattern.compile("https?://\\S+|www\\.\\S+|[@#]\\w+|\\[[A-Z]{2,7}]");

    /** A letter, a picture, or a mark that says something by itself. */
    private static final Pattern SAID = Pattern.compile("[\\p{L}\\p{So}?!]|[:;]-?[()D]");

    private final Version version;
    private final Loaded loaded;
    private final AtomicBoolean closed = new AtomicBoolean();

    /** A version as it reads in a workspace; its hash is "" where no model reads and contact reasons are all there is. */
    private record Version(Path workspace, String hash) {}

    private record Loaded(
            @Nullable EmotionModel emotions, @Nullable ContactReasons reasons) {
        void close() {
            if (emotions != null) {
                emotions.close();
            }
        }
    }

    private MessageReader(Version version, Loaded loaded) {
        this.version = version;
        this.loaded = loaded;
    }

    /**
     * A reader by a version of the model; it is loaded and tests itself where no other reader has done so.
     *
     * @param directory the version, null where no model reads
     * @throws io.heed.events.yaml.InvalidDefinitionsException naming all that is wrong with the model or the reasons
     */
    public static MessageReader of(LanguageOptions options, @Nullable ModelDirectory directory) {
        Version version = new Version(options.workspace(), directory == null ? "" : directory.hash());
        return new MessageReader(version, LOADED.acquire(version, () -> load(options, directory)));
    }

    /** Whether a model of emotional states reads. */
    public boolean emotionsAreRead() {
        return loaded.emotions() != null;
    }

    /** From this distress on a customer counts as distressed, as the version's contract says; 1 without a model. */
    public double distressThreshold() {
        EmotionModel emotions = loaded.emotions();
        return emotions == null ? 1 : emotions.distressThreshold();
    }

    /**
     * What is known of a message beyond its language: of the customer's words, which are all of a text that names no
     * speakers, or its turns of theirs.
     *
     * @param speaker who speaks where the text does not say
     */
    public Understanding read(String redactedText, Speaker speaker, String language) {
        return SpokenText.of(redactedText, speaker).understood(language, words -> read(words, language));
    }

    /** Whether there is anything to read in a text: words that a customer wrote or said. */
    public static boolean holdsCustomersWords(String redactedText, Speaker speaker) {
        return SpokenText.of(redactedText, speaker).customersTurns().stream().anyMatch(words -> !words.isBlank());
    }

    private Understanding read(String redactedText, String language) {
        EmotionModel emotions = loaded.emotions();
        ContactReasons reasons = loaded.reasons();
        boolean hasEmotion = emotions != null && emotions.reads(language);
        boolean hasReason = reasons != null && reasons.reads(language);
        if (saysNothing(redactedText) || (!hasEmotion && !hasReason)) {
            return new Understanding(redactedText, false, language, Optional.empty(), Optional.empty());
        }
        Reading reading = emotions == null ? null : emotions.read(redactedText);
        Optional<Emotion> emotion = reading == null || !hasEmotion ? Optional.empty() : Optional.of(reading.emotion());
        Optional<ContactReason> reason = reasons == null || !hasReason
                ? Optional.empty()
                : Optional.of(reasons.recognise(redactedText, reading == null ? new float[0] : reading.meaning()));
        return new Understanding(redactedText, false, language, emotion, reason);
    }

    /** Placeholders, links, handles and numbers alone say nothing of how anybody feels. */
    private static boolean saysNothing(String redactedText) {
        String left =
                NO_WORDS.matcher(Redactor.withoutPlaceholders(redactedText)).replaceAll(" ");
        return !SAID.matcher(left).find();
    }

    /** Gives the version back; a second call does nothing. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            LOADED.release(version, loaded);
        }
    }

    private static Loaded load(LanguageOptions options, @Nullable ModelDirectory directory) {
        EmotionModel emotions = directory == null ? null : EmotionModel.load(directory);
        try {
            return new Loaded(emotions, reasons(options, emotions));
        } catch (RuntimeException unfit) {
            if (emotions != null) {
                emotions.close();
            }
            throw unfit;
        }
    }

    /** The reasons by the vectors of the version that reads, or by their words alone where it gives none. */
    private static @Nullable ContactReasons reasons(LanguageOptions options, @Nullable EmotionModel emotions) {
        Path file = options.contactReasons();
        if (!Files.exists(file)) {
            return null;
        }
        return new ContactReasons(
                ReasonTaxonomy.read(file),
                text -> emotions == null ? new float[0] : emotions.read(text).meaning());
    }
}
