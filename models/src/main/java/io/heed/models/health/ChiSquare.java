package io.heed.models.health;

/**
 * The chi-square distribution. Its upper tail is the regularised incomplete gamma function, by its series below and its
 * continued fraction above the mean (Numerical Recipes, 3rd edition, section 6.2); the quantile is found by bisection.
 */
final class ChiSquare {
    private static final double PRECISION = 1e-15;
    private static final double TINY = 1e-300;
    private static final int MOST_TERMS = 10_000;

    private ChiSquare() {}

    /** The value that a chi-square variable exceeds with a probability. */
    static double quantileAbove(int degrees, double probability) {
        if (degrees < 1 || !(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException(
                    "degrees is below 1, or probability not within 0..1: " + degrees + ", " + probability);
        }
        double low = 0;
        double high = 1;
        while (tail(degrees, high) > probability) {
            low = high;
            high *= 2;
        }
        while (high - low > 1e-12 * high) {
            double middle = (low + high) / 2;
            if (tail(degrees, middle) > probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** The probability that a chi-square variable exceeds a value. */
    static double tail(int degrees, double value) {
        if (value <= 0) {
            return 1;
        }
        double shape = degrees / 2.0;
        double x = value / 2;
        double factor = StrictMath.exp(shape * StrictMath.log(x) - x - logGammaOfHalf(degrees));
        return x < shape + 1 ? 1 - factor * series(shape, x) : factor * fraction(shape, x);
    }

    private static double series(double shape, double x) {
        double term = 1 / shape;
        double sum = term;
        for (int i = 1; i < MOST_TERMS && term > sum * PRECISION; i++) {
            term *= x / (shape + i);
            sum += term;
        }
        return sum;
    }

    /** By Lentz's method. */
    private static double fraction(double shape, double x) {
        double b = x + 1 - shape;
        double c = 1 / TINY;
        double d = 1 / b;
        double product = d;
        for (int i = 1; i < MOST_TERMS; i++) {
            double a = -i * (i - shape);
            b += 2;
            d = 1 / notZero(a * d + b);
            c = notZero(b + a / c);
            product *= d * c;
            if (Math.abs(d * c - 1) < PRECISION) {
                break;
            }
        }
        return product;
    }

    private static double notZero(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }

    /** The logarithm of gamma(n / 2), from gamma(1/2) or gamma(1) by x gamma(x) = gamma(x + 1). */
    private static double logGammaOfHalf(int n) {
        double log = n % 2 == 0 ? 0 : StrictMath.log(Math.PI) / 2;
        for (double x = n % 2 == 0 ? 1 : 0.5; x < n / 2.0; x++) {
            log += StrictMath.log(x);
        }
        return log;
    }
}
