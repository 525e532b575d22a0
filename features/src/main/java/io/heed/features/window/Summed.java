package io.heed.features.window;

/** One that knows the sum of the values that it took; in a tile the sum is written once, apart from it. */
interface Summed extends Accumulator.OfValues {
    /** The sum. */
    Sum sum();
}
