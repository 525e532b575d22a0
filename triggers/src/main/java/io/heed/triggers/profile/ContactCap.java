package io.heed.triggers.profile;

import java.io.Serializable;

/**
 * At most so many messages in any stretch of time.
 *
 * @param offersOnly whether only offers count and only offers are held
 */
public record ContactCap(int messages, long withinMillis, boolean offersOnly) implements Serializable {
    /** Checks that the stretch is no empty one. */
    public ContactCap {
        if (messages < 0 || withinMillis <= 0) {
            throw new IllegalArgumentException(
                    "cap needs messages from 0 and a time above 0: " + messages + " within " + withinMillis + " ms");
        }
    }

    boolean counts(SentMessage message, long nowMillis) {
        boolean recent = message.timeMillis() > nowMillis - withinMillis && message.timeMillis() <= nowMillis;
        return recent && (offersOnly ? message.offer() : message.reached());
    }
}
