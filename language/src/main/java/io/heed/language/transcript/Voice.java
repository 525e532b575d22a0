package io.heed.language.transcript;

/** Whose words a turn holds. */
public enum Voice {
    CUSTOMER,
    /** A care agent, a bot or a menu. */
    COMPANY,
    /** Somebody of whom the label does not say what they are; never guessed. */
    UNKNOWN
}
