package io.heed.features.window;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Numbers in few bytes. */
final class Compact {
    private static final double CENTS = 100;
    private static final double LARGEST = 1L << 53;

    private Compact() {}

    /** Writes any whole number, small ones of either sign in few bytes. */
    static void writeWhole(long value, DataOutput out) throws IOException {
        writeUnsigned((value << 1) ^ (value >> 63), out);
    }

    static long readWhole(DataInput in) throws IOException {
        long bits = readUnsigned(in);
        return (bits >>> 1) ^ -(bits & 1);
    }

    /** Writes any number; one with at most two decimals takes few bytes, and every one comes back bit by bit. */
    static void writeNumber(double value, DataOutput out) throws IOException {
        double scaled = Math.rint(value * CENTS);
        boolean fits = Math.abs(scaled) < LARGEST
                && Double.doubleToRawLongBits(scaled / CENTS) == Double.doubleToRawLongBits(value);
        if (fits) {
            long cents = (long) scaled;
            writeUnsigned(((cents << 1) ^ (cents >> 63)) << 1, out);
        } else {
            out.writeByte(1);
            out.writeDouble(value);
        }
    }

    static double readNumber(DataInput in) throws IOException {
        long bits = readUnsigned(in);
        if (bits == 1) {
            return in.readDouble();
        }
        long cents = bits >>> 1;
        return ((cents >>> 1) ^ -(cents & 1)) / CENTS;
    }

    private static void writeUnsigned(long value, DataOutput out) throws IOException {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            out.writeByte((int) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        out.writeByte((int) rest);
    }

    private static long readUnsigned(DataInput in) throws IOException {
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
