package io.heed.features.window;

/**
 * What tiles must hold of a value so that an aggregate can be made of them.
 *
 * @param aggregate the aggregate, or the one that is made of the same
 * @param halfLifeMillis the half-life of what decays, else 0
 */
public record Statistic(Aggregate aggregate, long halfLifeMillis) {
    /** The sum and the number of the values. */
    static final Statistic SUM = new Statistic(Aggregate.SUM, 0);

    /** What an aggregate needs. */
    public static Statistic of(Aggregate aggregate, long halfLifeMillis) {
        return switch (aggregate) {
            case MEAN -> SUM;
            case DECAYED_SUM, DECAYED_MEAN -> new Statistic(aggregate, halfLifeMillis);
            default -> new Statistic(aggregate, 0);
        };
    }

    /** It as a text, such as {@code sum 0}. */
    public String text() {
        return aggregate.text() + " " + halfLifeMillis;
    }

    /** An accumulator of nothing yet. */
    Accumulator.OfValues fresh() {
        return (Accumulator.OfValues) Accumulator.of(aggregate, new Terms(halfLifeMillis, 0, 1));
    }

    /** Whether it holds the sum too. */
    boolean holdsSum() {
        return aggregate == Aggregate.DEVIATION || aggregate == Aggregate.SLOPE;
    }

    /** About how many bytes it takes in a tile. */
    int bytes() {
        return switch (aggregate) {
            case SLOPE -> 27;
            case DEVIATION -> 9;
            case DECAYED_SUM -> 21;
            case DECAYED_MEAN -> 34;
            case DISTINCT -> 12;
            default -> 6;
        };
    }
}
