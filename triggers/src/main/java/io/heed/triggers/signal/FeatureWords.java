package io.heed.triggers.signal;

import io.heed.features.FeatureDefinition;
import io.heed.features.FeatureDefinitions;
import io.heed.models.prediction.Contribution;
import io.heed.models.prediction.Prediction;
import java.io.Serializable;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What speaks for a score, in the words in which features are described: the first clause of the description, with the
 * value. A flag is described as {@code 1 where this, 0 where that}, and says this or that.
 */
public final class FeatureWords implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Words for nothing: features are called by their names. */
    public static final FeatureWords NONE = new FeatureWords(Map.of());

    private static final int MOST_REASONS = 3;
    /** The longest unit that is a measure, such as h, min or USD; longer ones say what is counted. */
    private static final int LONGEST_MEASURE = 3;

    private static final Pattern FLAG = Pattern.compile("1 where (.+?), 0 (?:where (.+?)|otherwise)\\.?");
    private static final Pattern FIRST_CLAUSE = Pattern.compile("[^;]+?(?=;|\\.(?:\\s|$)|$)");

    private final HashMap<String, Described> byName;

    /** How a feature is described. */
    record Described(String description, String unit) implements Serializable {}

    FeatureWords(Map<String, Described> byName) {
        this.byName = new HashMap<>(byName);
    }

    /** The words of declared features. */
    public static FeatureWords of(FeatureDefinitions features) {
        Map<String, Described> byName = new HashMap<>();
        for (FeatureDefinition feature : features.all()) {
            byName.put(feature.name(), new Described(feature.description(), feature.unit()));
        }
        return new FeatureWords(byName);
    }

    /** What raised a score most, at most three things; empty where it has no contributions. */
    public List<String> reasons(Prediction prediction) {
        return prediction.reasons(MOST_REASONS).stream().map(this::say).toList();
    }

    private String say(Contribution part) {
        Described described = byName.get(part.feature());
        String description = described == null ? "" : described.description();
        String unit = described == null ? "" : described.unit();
        Matcher flag = FLAG.matcher(description);
        if (flag.matches() && part.value() != null) {
            return part.value() >= 0.5
                    ? flag.group(1)
                    : flag.group(2) == null ? "not so: " + flag.group(1) : flag.group(2);
        }
        Matcher clause = FIRST_CLAUSE.matcher(description);
        String phrase = clause.lookingAt() ? clause.group() : part.feature().replace('_', ' ');
        return phrase.substring(0, 1).toLowerCase(Locale.ROOT)
                + phrase.substring(1)
                + value(part.value(), unit, phrase);
    }

    private static String value(@Nullable Double value, String unit, String phrase) {
        if (value == null) {
            return " (not known)";
        }
        boolean said = unit.length() > LONGEST_MEASURE
                || phrase.toLowerCase(Locale.ROOT).contains(unit.toLowerCase(Locale.ROOT));
        String number = new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
        return " (" + number + (said ? "" : " " + unit) + ")";
    }
}
