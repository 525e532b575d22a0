package io.heed.models.prediction;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Draws customers by hash, so that a replay draws the same. Whoever is within a share stays within it when it grows, and
 * the draws for two models or two purposes have nothing to do with each other.
 */
public final class Arms {
    private static final double TWO_TO_53 = 0x1.0p53;

    private Arms() {}

    /**
     * Where a customer stands in a draw, from 0 (within every share) to below 1.
     *
     * @param draw what is drawn for, such as a model's name
     */
    public static double position(String draw, String customer) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(draw.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            byte[] hash = digest.digest(customer.getBytes(StandardCharsets.UTF_8));
            return (ByteBuffer.wrap(hash).getLong() >>> 11) / TWO_TO_53;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
