package io.heed.events.codec;

/** The limits of the names that an event carries: id, source, type and subject. */
public final class EventNames {
    private static final int MAX_CHARACTERS = 512;

    private EventNames() {}

    /**
     * The name, where it is one.
     *
     * @param path how to call it in a reason
     * @throws RefusedRecordException if it is blank or longer than 512 characters
     */
    public static String check(String path, String name) {
        if (name.isBlank()) {
            throw new RefusedRecordException(path + " is blank");
        }
        if (name.length() > MAX_CHARACTERS) {
            throw new RefusedRecordException(
                    path + " is longer than " + MAX_CHARACTERS + " characters: " + name.length());
        }
        return name;
    }
}
