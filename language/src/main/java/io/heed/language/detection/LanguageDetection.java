package io.heed.language.detection;

import com.github.pemistahl.lingua.api.Language;
import com.github.pemistahl.lingua.api.LanguageDetector;
import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;
import io.heed.language.redaction.OrdinaryWords;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells the language of a redacted message among those that Heed's customers are likely to write.
 *
 * <p>A short message fits several languages; then the language expected of its writer wins. Thread safe.
 */
public final class LanguageDetection {
    /** The language of a text that cannot be told. */
    public static final String UNDETERMINED = "und";

    private static final Language[] LANGUAGES = {
        Language.ENGLISH,
        Language.SPANISH,
        Language.FRENCH,
        Language.GERMAN,
        Language.ITALIAN,
        Language.PORTUGUESE,
        Language.DUTCH,
        Language.POLISH,
        Language.TURKISH
    };

    /** Placeholders, handles, tags, links and numbers are in no language. */
    private static final Pattern NO_LANGUAGE =
            Pattern.compile("\\[[A-Z]{2,12}(?::[0-9a-f]{6})?]|[@#]\\w+|https?://\\S+|\\S*\\d\\S*");

    /** "ok", "no" and "hola" fit too many languages. */
    private static final int FEWEST_LETTERS = 5;

    private static final String ENGLISH = "en";

    /** Of 4,513 English messages with typing errors, slang and names one has a smaller share, and that is half Tagalog. */
    private static final double LEAST_ENGLISH = 0.3;

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final LanguageDetector detector = LanguageDetectorBuilder.fromLanguages(LANGUAGES)
            .withPreloadedLanguageModels()
            .build();

    private LanguageDetection() {}

    /** The one detector of this JVM; its n-grams take some 230 MB of heap. */
    public static LanguageDetection shared() {
        return Holder.SHARED;
    }

    /**
     * The language of a text as an ISO 639-1 code. English is told of no text of which hardly a word is English, as those
     * in languages that are not known here.
     *
     * @param expected the writer's language where it is known, else the one most customers write
     * @return {@code expected} for a text without words, {@value #UNDETERMINED} for one in a script of no known language
     */
    public String detect(String redactedText, String expected) {
        String text = NO_LANGUAGE.matcher(redactedText).replaceAll(" ").strip();
        String told = tell(text, expected);
        return told.equals(ENGLISH) && OrdinaryWords.share(text) < LEAST_ENGLISH ? UNDETERMINED : told;
    }

    private String tell(String text, String expected) {
        long letters = text.codePoints().filter(Character::isLetter).count();
        if (latinLetters(text) * 2 < letters) {
            return UNDETERMINED;
        }
        if (letters < FEWEST_LETTERS) {
            return expected;
        }
        Map<Language, Double> fits = detector.computeLanguageConfidenceValues(text);
        if (fits.isEmpty()) {
            return expected;
        }
        Double fitOfExpected = fits.get(language(expected));
        if (fitOfExpected != null && fitOfExpected >= enough(SPACES.split(text).length)) {
            return expected;
        }
        return code(fits.keySet().iterator().next());
    }

    /** How well the expected language must fit, the best being 1, in a text of so many words. */
    private static double enough(int words) {
        if (words < 4) {
            return 0.8;
        }
        return words < 8 ? 0.88 : 0.95;
    }

    private static long latinLetters(String text) {
        return text.codePoints()
                .filter(point ->
                        Character.isLetter(point) && Character.UnicodeScript.of(point) == Character.UnicodeScript.LATIN)
                .count();
    }

    private static @Nullable Language language(String code) {
        for (Language language : LANGUAGES) {
            if (code(language).equals(code)) {
                return language;
            }
        }
        return null;
    }

    private static String code(Language language) {
        return language.getIsoCode639_1().toString();
    }

    private static final class Holder {
        static final LanguageDetection SHARED = new LanguageDetection();
    }
}
