package io.heed.features.window;

/** One that knows the sum of the values that it took. */
interface Summed extends Accumulator.OfValues {
    /** The sum. */
    Sum sum();
}
