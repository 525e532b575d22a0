package io.heed.features.window;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Numbers in few bytes, and the version of everything that is written with them. */
final class Compact {
    /** The version since sums in tiles have been exact. */
    static final int VERSION = 3;

    private static final double CENTS = 100;
    private static final long LARGEST = 1L << 53;
    private static final int IN_CENTS = 2;
    private static final int ANY_NUMBER = 1;
    private static final int NO_NUMBER = 3;
    private static final int LONGEST_REFERENCE = 62; // the last that takes one byte

    private Compact() {}

    /** Why what was written with a version cannot be read, or "" where it can. */
    static String refusal(int writtenVersion) {
        return writtenVersion == VERSION
                ? ""
                : "events of features were kept in version " + writtenVersion + " and are now in version " + VERSION
                        + "; start without this state and read the events of the longest window again";
    }

    /** Writes any whole number, small ones of either sign in few bytes. */
    static void writeWhole(long value, DataOutput out) throws IOException {
        writeUnsigned(signLast(value), out);
    }

    static long readWhole(DataInput in) throws IOException {
        return signFirst(readUnsigned(in));
    }

    private static long signLast(long value) {
        return (value << 1) ^ (value >> 63);
    }

    private static long signFirst(long bits) {
        return (bits >>> 1) ^ -(bits & 1);
    }

    /**
     * Writes any number, or NaN for none; one with at most two decimals takes few bytes, and every one comes back bit by
     * bit.
     */
    static void writeNumber(double value, DataOutput out) throws IOException {
        long whole = (long) value;
        long cents = Math.round(value * CENTS);
        if (isSame((double) whole, value) && Math.abs(whole) < LARGEST) {
            writeUnsigned(signLast(whole) << 2, out);
        } else if (isSame(cents / CENTS, value) && Math.abs(cents) < LARGEST) {
            writeUnsigned(signLast(cents) << 2 | IN_CENTS, out);
        } else if (Double.isNaN(value)) {
            out.writeByte(NO_NUMBER);
        } else {
            out.writeByte(ANY_NUMBER);
            out.writeDouble(value);
        }
    }

    private static boolean isSame(double some, double other) {
        return Double.doubleToRawLongBits(some) == Double.doubleToRawLongBits(other);
    }

    static double readNumber(DataInput in) throws IOException {
        return number(readUnsigned(in), in);
    }

    private static double number(long bits, DataInput in) throws IOException {
        if (bits == ANY_NUMBER) {
            return in.readDouble();
        }
        if (bits == NO_NUMBER) {
            return Double.NaN;
        }
        long number = signFirst(bits >>> 2);
        return (bits & IN_CENTS) == 0 ? number : number / CENTS;
    }

    /** Writes a number of a list, a reference where it stands shortly before already. */
    static void writeNumber(double[] list, int place, DataOutput out) throws IOException {
        double value = list[place];
        for (int back = 1; value != 0 && back <= Math.min(place, LONGEST_REFERENCE); back++) {
            if (isSame(list[place - back], value)) {
                writeUnsigned(NO_NUMBER + 2 * back, out);
                return;
            }
        }
        writeNumber(value, out);
    }

    /** Reads a number of a list of which all before are read. */
    static double readNumber(double[] list, int place, DataInput in) throws IOException {
        long bits = readUnsigned(in);
        boolean isReference = (bits & 1) == 1 && bits > NO_NUMBER;
        return isReference ? list[place - (int) ((bits - NO_NUMBER) / 2)] : number(bits, in);
    }

    /** Writes a whole number, those from 0 in few bytes. */
    static void writeUnsigned(long value, DataOutput out) throws IOException {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            out.writeByte((int) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        out.writeByte((int) rest);
    }

    static long readUnsigned(DataInput in) throws IOException {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte next = in.readByte();
            value |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IOException("number has more than ten bytes");
    }
}
