package io.heed.models.scoring;

/** ONNX Runtime could not load or run a model. */
public final class ScoringFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ScoringFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
