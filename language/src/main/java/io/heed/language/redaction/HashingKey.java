package io.heed.language.redaction;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The secret behind the hashes in placeholders. It is never written out. */
public final class HashingKey {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int MIN_BYTES = 16;

    private final SecretKeySpec key;

    private HashingKey(byte[] secret) {
        key = new SecretKeySpec(secret, ALGORITHM);
    }

    /**
     * A key from a secret text.
     *
     * @throws IllegalArgumentException when the secret is shorter than 16 bytes in UTF-8
     */
    public static HashingKey of(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < MIN_BYTES) {
            throw new IllegalArgumentException("hashing key is shorter than 16 bytes: " + bytes.length);
        }
        return new HashingKey(bytes);
    }

    Mac mac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is in every Java runtime", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HashingKey that && key.equals(that.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public String toString() {
        return "HashingKey[hidden]";
    }
}
