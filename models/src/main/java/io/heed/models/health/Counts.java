package io.heed.models.health;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Rows of whole numbers: sums that are the same in any order, and short as bytes. */
final class Counts {
    private Counts() {}

    static void add(long[] to, long[] more) {
        if (to.length != more.length) {
            throw new IllegalArgumentException("counts differ in length: " + to.length + ", " + more.length);
        }
        for (int i = 0; i < to.length; i++) {
            to[i] += more[i];
        }
    }

    static long sum(long[] counts) {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }

    static void write(long[] counts, DataOutput out) throws IOException {
        out.writeInt(counts.length);
        for (long count : counts) {
            writeNumber((count << 1) ^ (count >> 63), out);
        }
    }

    static long[] read(DataInput in) throws IOException {
        long[] counts = new long[in.readInt()];
        for (int i = 0; i < counts.length; i++) {
            long number = readNumber(in);
            counts[i] = (number >>> 1) ^ -(number & 1);
        }
        return counts;
    }

    private static void writeNumber(long number, DataOutput out) throws IOException {
        long rest = number;
        while ((rest & ~0x7fL) != 0) {
            out.writeByte((int) (rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        out.writeByte((int) rest);
    }

    private static long readNumber(DataInput in) throws IOException {
        long number = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte next = in.readByte();
            number |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return number;
            }
        }
        throw new IOException("number has more than ten bytes");
    }
}
