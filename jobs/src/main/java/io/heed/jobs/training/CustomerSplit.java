package io.heed.jobs.training;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Which customers a model learns from and which it is tested on, by a hash of the customer, the same in every export.
 *
 * @param testShare the share of customers to test on, 0 to 1
 */
public record CustomerSplit(double testShare) {
    /** Checks the share. */
    public CustomerSplit {
        if (!(testShare >= 0 && testShare <= 1)) {
            throw new IllegalArgumentException("test share is not within 0..1: " + testShare + " (legal: 0.3)");
        }
    }

    /** The customer's part, {@code train} or {@code test}. */
    public String of(String customer) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(("split/" + customer).getBytes(StandardCharsets.UTF_8));
            double place = (ByteBuffer.wrap(hash).getInt() & 0xffff_ffffL) / 4_294_967_296.0;
            return place < testShare ? "test" : "train";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
