package io.heed.features;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A hash of a text that is the same in every process and version. */
record Fingerprint(BigInteger bits) {
    private static final int HEX_DIGITS = 32;

    static Fingerprint of(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new Fingerprint(new BigInteger(1, digest).shiftRight(128));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** The first 128 bits in hexadecimal digits. */
    String hex() {
        String digits = bits.toString(16);
        return "0".repeat(HEX_DIGITS - digits.length()) + digits;
    }

    /** The first 64 bits. */
    long number() {
        return bits.shiftRight(64).longValue();
    }
}
