package io.heed.language;

/** Who wrote or said a message. */
public enum Speaker {
    CUSTOMER,
    AGENT,
    BOT
}
