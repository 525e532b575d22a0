package io.heed.features.window;

import io.heed.events.state.Codecs;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * A sum without rounding, so that it is the same in whatever order it was added up. Whole numbers of a decimal unit are
 * added up in 128 bits, anything else as doubles that do not overlap (Shewchuk 1997).
 */
final class ExactSum {
    /** What {@link #cents} gives for a value that is no whole number of cents. */
    static final long NO_CENTS = Long.MIN_VALUE;

    private static final double CENTS = 100;
    private static final long LARGEST_CENTS = 1L << 40;
    private static final long LARGEST_EXACT = 1L << 53;
    private static final double[] NOTHING = {};

    private final int decimals;
    private long high;
    private long low;
    /** From the smallest to the largest, none 0. */
    private double[] parts = NOTHING;

    private int size;

    /** Nothing yet; the unit of whole numbers is one with so many decimals. */
    ExactSum(int decimals) {
        this.decimals = decimals;
    }

    /** A value in cents, or {@link #NO_CENTS}. */
    static long cents(double value) {
        long cents = Math.round(value * CENTS);
        return Math.abs(cents) < LARGEST_CENTS && cents / CENTS == value ? cents : NO_CENTS;
    }

    /** Adds the product of whole numbers, in units. */
    void addProduct(long some, long other) {
        addWhole(Math.multiplyHigh(some, other), some * other);
    }

    /** Adds a product. */
    void addProduct(double some, double other) {
        double product = some * other;
        add(product);
        if (Double.isFinite(product)) {
            add(Math.fma(some, other, -product));
        }
    }

    /** Adds a number. */
    void add(double value) {
        double rest = value;
        int kept = 0;
        for (int i = 0; i < size; i++) {
            double part = parts[i];
            double sum = rest + part;
            double ofPart = sum - rest;
            double lost = (rest - (sum - ofPart)) + (part - ofPart);
            if (lost != 0 && Double.isFinite(sum)) {
                parts[kept++] = lost;
            }
            rest = sum;
        }
        size = kept;
        if (rest != 0) {
            append(rest);
        }
    }

    /** Adds a sum of the same unit so many times. */
    void addAll(ExactSum other, long times) {
        long carried = Math.multiplyHigh(other.low, times) + (other.low < 0 ? times : 0);
        addWhole(carried + other.high * times, other.low * times);
        for (int i = 0; i < other.size; i++) {
            addProduct(other.parts[i], (double) times);
        }
    }

    /** Multiplies what was added as doubles by a power of two; whole numbers stay. */
    void scale(int powerOfTwo) {
        double[] scaled = Arrays.copyOf(parts, size);
        size = 0;
        for (double part : scaled) {
            add(Math.scalb(part, powerOfTwo));
        }
    }

    /** Whether no number was too large. */
    boolean isFinite() {
        return size == 0 || Double.isFinite(parts[size - 1]);
    }

    /** The sum as it is; there must be one. */
    BigDecimal exact() {
        BigDecimal exact = whole();
        for (int i = 0; i < size; i++) {
            exact = exact.add(new BigDecimal(parts[i]));
        }
        return exact;
    }

    /** The sum as a double. */
    double value() {
        double whole =
                isShort() && Math.abs(low) < LARGEST_EXACT && decimals == 2 ? low / CENTS : whole().doubleValue();
        return size == 0 ? whole : whole + nearest();
    }

    /** The double nearest to the sum of the parts. */
    private double nearest() {
        int place = size - 1;
        double sum = parts[place];
        double lost = 0;
        while (place > 0 && lost == 0) {
            double next = parts[--place];
            double larger = sum;
            sum = larger + next;
            lost = next - (sum - larger);
        }
        boolean isBeyondHalf = place > 0 && (lost < 0) == (parts[place - 1] < 0);
        double further = sum + 2 * lost;
        return isBeyondHalf && further - sum == 2 * lost ? further : sum;
    }

    private BigDecimal whole() {
        if (isShort()) {
            return BigDecimal.valueOf(low, decimals);
        }
        BigInteger lower = BigInteger.valueOf(low >>> 1).shiftLeft(1).or(BigInteger.valueOf(low & 1));
        return new BigDecimal(BigInteger.valueOf(high).shiftLeft(Long.SIZE).add(lower), decimals);
    }

    private boolean isShort() {
        return high == low >> (Long.SIZE - 1);
    }

    private void addWhole(long moreHigh, long moreLow) {
        low += moreLow;
        high += moreHigh + (Long.compareUnsigned(low, moreLow) < 0 ? 1 : 0);
    }

    private void append(double part) {
        if (size == parts.length) {
            parts = Arrays.copyOf(parts, size + 2);
        }
        parts[size++] = part;
    }

    void write(DataOutput out) throws IOException {
        boolean isShort = isShort();
        Codecs.writeVarInt(size << 1 | (isShort ? 0 : 1), out);
        Compact.writeWhole(low, out);
        if (!isShort) {
            out.writeLong(high);
        }
        for (int i = 0; i < size; i++) {
            out.writeDouble(parts[i]);
        }
    }

    /** Reads into a fresh one. */
    void read(DataInput in) throws IOException {
        int header = Codecs.readVarInt(in);
        low = Compact.readWhole(in);
        high = (header & 1) == 0 ? low >> (Long.SIZE - 1) : in.readLong();
        for (int left = header >>> 1; left > 0; left--) {
            append(in.readDouble());
        }
    }
}
