package io.heed.jobs.commands;

import io.heed.jobs.flink.embedded.JobFailedException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says in a sentence why a command failed. */
final class FailedCommand implements IExecutionExceptionHandler {
    private final BooleanSupplier debug;

    /**
     * Tells of failures.
     *
     * @param debug whether stack traces are wanted
     */
    FailedCommand(BooleanSupplier debug) {
        this.debug = debug;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        err.println("heed: " + sentence(failure));
        if (debug.getAsBoolean()) {
            failure.printStackTrace(err);
        } else if (!isForPeople(failure)) {
            err.println("Run it again with --debug to see where.");
        }
        err.flush();
        return command.getCommandSpec().exitCodeOnExecutionException();
    }

    private static String sentence(Exception failure) {
        if (failure instanceof NoSuchFileException missing) {
            return "file does not exist: " + missing.getFile();
        }
        String message = String.valueOf(failure.getMessage());
        return isForPeople(failure) ? message : failure.getClass().getSimpleName() + ": " + message;
    }

    private static boolean isForPeople(Exception failure) {
        return failure instanceof JobFailedException
                || failure instanceof IllegalArgumentException
                || failure instanceof UncheckedIOException
                || failure instanceof NoSuchFileException
                || (failure.getClass() == IOException.class && failure.getMessage() != null);
    }
}
