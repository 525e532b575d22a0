package io.heed.language.reason;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Recognises the declared contact reasons by their examples and by words that point to them; a new reason needs a new
 * entry, no training. Thread safe.
 */
public final class ContactReasons {
    /** How much a pointing word weighs; chosen on the unseen fifth of the training corpus, see docs/decisions/0017. */
    private static final double WEIGHT_BESIDE_MEANING = 0.6;

    private static final double WEIGHT_ALONE = 1.2;

    private final ReasonTaxonomy taxonomy;
    private final List<PointingWords> words;
    private final @Nullable ReasonFit fit;

    /**
     * Reads the examples of every reason: some milliseconds each.
     *
     * @param meaning the vector of a message; always empty where there is no encoder, so that words alone must do
     */
    public ContactReasons(ReasonTaxonomy taxonomy, Function<String, float[]> meaning) {
        this.taxonomy = taxonomy;
        words = taxonomy.reasons().stream().map(PointingWords::of).toList();
        List<List<float[]>> examples = taxonomy.reasons().stream()
                .map(reason -> reason.examples().stream().map(meaning).toList())
                .toList();
        fit = examples.get(0).get(0).length == 0 ? null : ReasonFit.to(examples);
    }

    /** Whether the reasons are declared for a language. */
    public boolean reads(String language) {
        return taxonomy.languages().contains(language);
    }

    /**
     * The most likely reason of a message in a language that {@link #reads}, and how likely it is.
     *
     * @param meaning the text's vector, made as those of the examples were
     */
    public ContactReason recognise(String redactedText, float[] meaning) {
        double[] logits = fit == null ? new double[words.size()] : fit.logits(meaning);
        for (int i = 0; i < logits.length; i++) {
            logits[i] += (fit == null ? WEIGHT_ALONE : WEIGHT_BESIDE_MEANING)
                    * words.get(i).count(redactedText);
        }
        double[] probabilities = ReasonFit.probabilities(logits);
        int best = 0;
        for (int i = 1; i < probabilities.length; i++) {
            best = probabilities[i] > probabilities[best] ? i : best;
        }
        return new ContactReason(taxonomy.reasons().get(best).name(), probabilities[best]);
    }
}
