package io.heed.triggers.signal;

import io.heed.events.FieldType;
import io.heed.events.expression.Fields;
import io.heed.models.prediction.Arm;
import io.heed.models.prediction.Prediction;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a model said of the customer, as plays read it under {@code prediction} and as triggers carry it.
 *
 * @param hash the hash of all that the model's version holds
 * @param arm champion, challenger or shadow
 * @param baseline the score that the contributions start from; together they give {@code score}
 * @param reasons what raised it most, in words; empty where it has no contributions
 */
public record Score(
        String model,
        int version,
        String hash,
        String target,
        String arm,
        double score,
        double threshold,
        double baseline,
        long timeMillis,
        List<Factor> factors,
        List<String> reasons)
        implements Fields {
    /** The fields that expressions may read under {@code prediction}. */
    public static final Map<String, FieldType> FIELDS = Map.of(
            "model", FieldType.TEXT,
            "version", FieldType.WHOLE,
            "target", FieldType.TEXT,
            "arm", FieldType.TEXT,
            "score", FieldType.NUMBER,
            "threshold", FieldType.NUMBER,
            "baseline", FieldType.NUMBER,
            "reasons", FieldType.TEXT);

    /**
     * One feature's part of a score.
     *
     * @param value its value, or null where it was absent
     */
    public record Factor(String feature, @Nullable Double value, double contribution) {}

    /** Copies the lists. */
    public Score {
        factors = List.copyOf(factors);
        reasons = List.copyOf(reasons);
    }

    /** The score of a prediction, its reasons put into words. */
    public static Score of(Prediction prediction, FeatureWords words) {
        return new Score(
                prediction.model(),
                prediction.version(),
                prediction.modelHash(),
                prediction.target(),
                prediction.arm().name().toLowerCase(Locale.ROOT),
                prediction.score(),
                prediction.threshold(),
                prediction.baselineScore(),
                prediction.timeMillis(),
                prediction.contributions().stream()
                        .map(part -> new Factor(part.feature(), part.value(), part.contribution()))
                        .toList(),
                words.reasons(prediction));
    }

    /** Whether nobody may act on it. */
    public boolean isShadow() {
        return arm.equals(Arm.SHADOW.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public @Nullable Object get(String field) {
        return switch (field) {
            case "model" -> model;
            case "version" -> (long) version;
            case "target" -> target;
            case "arm" -> arm;
            case "score" -> score;
            case "threshold" -> threshold;
            case "baseline" -> baseline;
            case "reasons" -> reasons.isEmpty() ? null : String.join("; ", reasons);
            default -> null;
        };
    }
}
