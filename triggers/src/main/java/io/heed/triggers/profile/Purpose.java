package io.heed.triggers.profile;

/** What a message is for; a customer consents to each on its own. */
public enum Purpose {
    /** About the service that the customer has; allowed unless refused. */
    SERVICE,
    /** Advice that saves the customer money or trouble; needs consent. */
    ADVICE,
    /** Something to buy; needs consent. */
    OFFER
}
