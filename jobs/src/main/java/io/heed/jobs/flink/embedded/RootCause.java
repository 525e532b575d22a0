package io.heed.jobs.flink.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.apache.flink.util.SerializedThrowable;

/** Finds what a user can act on in the chain of exceptions that a failed job gives. */
final class RootCause {
    private static final int DEEPEST = 50;

    private RootCause() {}

    /** The message of the first exception that is no mere wrapper, with that of the deepest one where it says more. */
    static String sentence(Throwable failure) {
        List<Throwable> causes = causes(failure);
        Throwable deepest = causes.get(causes.size() - 1);
        Throwable telling =
                causes.stream().filter(cause -> !isWrapper(cause)).findFirst().orElse(deepest);
        String said = said(telling);
        String detail = said(deepest);
        return said.contains(detail) ? said : said + ": " + detail;
    }

    private static List<Throwable> causes(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        Throwable cause = failure;
        while (cause != null && causes.size() < DEEPEST) {
            cause = cause instanceof SerializedThrowable serialized
                    ? serialized.deserializeError(RootCause.class.getClassLoader())
                    : cause;
            causes.add(cause);
            cause = cause.getCause();
        }
        return causes;
    }

    /** Flink's own exceptions and those that only carry another say nothing about the user's input. */
    private static boolean isWrapper(Throwable cause) {
        Throwable inner = cause.getCause();
        if (inner == null) {
            return false;
        }
        boolean saysTheSame = cause.getMessage() == null || cause.getMessage().equals(inner.toString());
        return saysTheSame
                || cause instanceof ExecutionException
                || cause instanceof CompletionException
                || cause.getClass().getName().startsWith("org.apache.flink.")
                || cause.getClass() == RuntimeException.class;
    }

    private static String said(Throwable cause) {
        String message = cause.getMessage();
        String name = cause.getClass().getSimpleName();
        if (message == null || message.isBlank()) {
            return name;
        }
        boolean forPeople = cause instanceof IllegalArgumentException
                || cause instanceof java.io.UncheckedIOException
                || cause.getClass().getName().startsWith("io.heed.");
        return forPeople ? message : name + ": " + message;
    }
}
