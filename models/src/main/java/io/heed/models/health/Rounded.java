package io.heed.models.health;

/** Figures to the sixth place, as they are written and read back. */
final class Rounded {
    private static final double PLACES = 1e6;

    private Rounded() {}

    static double of(double figure) {
        return Math.round(figure * PLACES) / PLACES;
    }
}
