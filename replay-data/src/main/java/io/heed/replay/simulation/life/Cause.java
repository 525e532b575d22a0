package io.heed.replay.simulation.life;

/** Why customers turn to the company; hidden from the stream, recorded in the truth. */
public enum Cause {
    /** Roaming without a pass. */
    ROAMING("roaming-charges", "roaming", 0.7),
    /** More data than is included. */
    OVERAGE("data-overage", "billing", 0.7),
    /** Purchases on a line that the payer does not know of. */
    PURCHASES("purchases", "billing", 0.72),
    /** A discount that ended. */
    PROMOTION_ENDED("promotion-ended", "billing", 0.72),
    /** Another plan or line, or a price rise. */
    PLAN_CHANGED("plan-changed", "plan", 0.75),
    /** An add-on or a pass that was bought. */
    ADDON_BOUGHT("add-on-bought", "add-on", 0.85),
    /** The first bill of a new account. */
    FIRST_BILL("first-bill", "billing", 0.85),
    /** A charge that comes once a year. */
    ANNUAL_CHARGE("annual-charge", "billing", 0.82),
    /** A bill that is wrong. */
    WRONG_BILL("wrong-bill", "billing", 0.68),
    /** A payment that did not go through. */
    PAYMENT_FAILED("payment-failed", "payment", 0.75),
    /** A prepaid balance that is gone sooner than expected. */
    BALANCE_GONE("balance-gone", "payment", 0.72),
    /** An add-on that is paid for and not used. */
    FORGOTTEN_ADDON("forgotten-add-on", "add-on", 0.82),
    /** An outage in the customer's area. */
    OUTAGE("outage", "network", 0.5),
    /** A stretch of bad coverage that drops calls. */
    POOR_COVERAGE("poor-coverage", "network", 0.45),
    /** A form that did not work. */
    FAILING_FORM("failing-form", "online", 0.65),
    /** A purchase that ended in an error. */
    SHOP_ERROR("shop-error", "online", 0.68),
    /** A contact that was not solved. */
    UNSOLVED_CONTACT("unsolved-contact", "other", 0.6),
    /** A question that anybody may have. */
    QUESTION("question", "other", 0.87);

    private final String word;
    private final String topic;
    private final double solvedShare;

    Cause(String word, String topic, double solvedShare) {
        this.word = word;
        this.topic = topic;
        this.solvedShare = solvedShare;
    }

    /** The word in the truth. */
    public String word() {
        return word;
    }

    /** What a contact about it is about, as the event types name topics. */
    public String topic() {
        return topic;
    }

    /** Share of contacts about it that solve it on an ordinary day. */
    public double solvedShare() {
        return solvedShare;
    }
}
