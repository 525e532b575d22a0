package io.heed.triggers.contract;

import io.heed.events.CareEvent;
import io.heed.triggers.signal.Signal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids of triggers: the same in every replay, different for every signal. */
public final class TriggerIds {
    private static final int BYTES = 16;

    private TriggerIds() {}

    /** The id of what a play makes of a signal. */
    public static String of(String salt, String play, String customer, Signal signal) {
        CareEvent anchor = signal.anchor();
        MessageDigest digest = sha256();
        for (String part : new String[] {
            salt,
            play,
            customer,
            signal.kind().name(),
            signal.name(),
            anchor.source(),
            anchor.id(),
            Long.toString(signal.timeMillis())
        }) {
            digest.update(part.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Where a customer stands in a draw, from 0 (within every share) to below 1. */
    public static double position(String salt, String customer) {
        MessageDigest digest = sha256();
        digest.update(salt.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        byte[] hash = digest.digest(customer.getBytes(StandardCharsets.UTF_8));
        return (java.nio.ByteBuffer.wrap(hash).getLong() >>> 11) / 0x1.0p53;
    }
}
