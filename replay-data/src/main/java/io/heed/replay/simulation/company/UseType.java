package io.heed.replay.simulation.company;

/** Which events count as the use of a product. */
public enum UseType {
    /** The add-on says itself when it is used. */
    ADDON("addon.used"),
    /** Rated data. */
    DATA("usage.data"),
    /** Rated calls. */
    VOICE("usage.voice"),
    /** Rated roaming. */
    ROAMING("usage.roaming"),
    /** Its use cannot be seen. */
    NONE("none");

    private final String word;

    UseType(String word) {
        this.word = word;
    }

    /** The word in events. */
    public String word() {
        return word;
    }
}
