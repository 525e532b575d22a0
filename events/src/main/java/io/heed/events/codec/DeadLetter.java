package io.heed.events.codec;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A record that could not be read, and why.
 *
 * @param length its size in bytes
 * @param sha256 the hash of its bytes, so that the same record can be found again at its source
 * @param record its text, from which personal data must be taken before anybody stores it
 */
public record DeadLetter(String source, long position, String reason, int length, String sha256, String record) {
    /** The dead letter of a record; its text is cut after 4,096 bytes, and left out where it is no text. */
    public static DeadLetter of(RawRecord raw, String reason) {
        byte[] bytes = raw.bytes();
        return new DeadLetter(raw.source(), raw.position(), reason, bytes.length, hash(bytes), ShownText.of(bytes));
    }

    /** The same letter with another text, for redaction. */
    public DeadLetter withRecord(String redacted) {
        return new DeadLetter(source, position, reason, length, sha256, redacted);
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
