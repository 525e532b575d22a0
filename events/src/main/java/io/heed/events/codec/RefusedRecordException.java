package io.heed.events.codec;

/** A record breaks a rule; its message is the reason of the dead letter. */
public final class RefusedRecordException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The reason, free of the record's values. */
    public RefusedRecordException(String reason) {
        super(reason, null, false, false);
    }
}
