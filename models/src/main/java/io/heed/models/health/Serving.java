package io.heed.models.health;

import io.heed.models.prediction.Arm;
import java.util.Comparator;
import java.util.Locale;

/** A version of a model in one of the parts in which it may score. */
public record Serving(String model, int version, Arm arm) implements Comparable<Serving> {
    private static final Comparator<Serving> ORDER = Comparator.comparing(Serving::model)
            .thenComparingInt(Serving::version)
            .thenComparing(Serving::arm);

    /** Its key in counts and streams, such as {@code repeat-contact@2/champion}. */
    public String key() {
        return model + "@" + version + "/" + arm.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public int compareTo(Serving other) {
        return ORDER.compare(this, other);
    }
}
