package io.heed.jobs.flink.embedded;

/** A job that ended by an error; the message is the error's cause in one sentence. */
public final class JobFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    JobFailedException(Throwable failure) {
        super(RootCause.sentence(failure), failure);
    }
}
