package io.heed.language.reason;

/**
 * Why a customer is in contact.
 *
 * @param name the reason as declared
 * @param confidence how sure it is, 0 to 1, against all other declared reasons
 */
public record ContactReason(String name, double confidence) {
    public ContactReason {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence is not within 0..1: " + confidence);
        }
    }
}
