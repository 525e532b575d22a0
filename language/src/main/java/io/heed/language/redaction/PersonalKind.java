package io.heed.language.redaction;

/** A kind of personal data; its name is the placeholder's type. */
public enum PersonalKind {
    ACCOUNT,
    ADDRESS,
    CARD,
    EMAIL,
    IBAN,
    IP,
    NAME,
    ORDER,
    PHONE,
    SECRET,
    /** A whole text that could not be read. */
    TEXT
}
