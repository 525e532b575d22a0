package io.heed.language.reason;

import io.heed.language.encoding.SentenceEncoder;
import java.util.List;

/** Recognises the declared contact reasons by their examples; a new reason needs a new entry, no training. Thread safe. */
public final class ContactReasons {
    /** Turns fits into probabilities; chosen so that confidence is right as often as it says, on the training corpus. */
    private static final double TEMPERATURE = 0.08;

    private final ReasonTaxonomy taxonomy;
    private final List<ReasonProfile> profiles;

    /** Encodes the examples of every reason: some milliseconds each. */
    public ContactReasons(ReasonTaxonomy taxonomy, SentenceEncoder encoder) {
        this.taxonomy = taxonomy;
        profiles = taxonomy.reasons().stream()
                .map(reason -> new ReasonProfile(reason, encoder))
                .toList();
    }

    /** Whether the reasons are declared for a language. */
    public boolean reads(String language) {
        return taxonomy.languages().contains(language);
    }

    /**
     * The most likely reason of a message in a language that {@link #reads}.
     *
     * @param meaning begins with the text's vector by the same encoder
     */
    public ContactReason recognise(String redactedText, float[] meaning) {
        double[] fits = profiles.stream()
                .mapToDouble(profile -> profile.fit(redactedText, meaning))
                .toArray();
        int best = 0;
        for (int i = 1; i < fits.length; i++) {
            best = fits[i] > fits[best] ? i : best;
        }
        double sum = 0;
        for (double fit : fits) {
            sum += Math.exp((fit - fits[best]) / TEMPERATURE);
        }
        return new ContactReason(profiles.get(best).name(), 1 / sum);
    }
}
