package io.heed.jobs.commands.language;

import io.heed.language.CustomerMessage;
import io.heed.language.Speaker;
import java.util.List;
import java.util.function.UnaryOperator;

/** Reads messages out of the lines of a file. Thread safe. */
final class LineReader {
    private final String file;
    private final MessageFormat format;
    private final UnaryOperator<String> redacted;

    /**
     * A reader of one file.
     *
     * @param file its name in problems
     * @param redacted takes personal data out of what a problem quotes
     */
    LineReader(String file, MessageFormat format, UnaryOperator<String> redacted) {
        this.file = file;
        this.format = format;
        this.redacted = redacted;
    }

    ReadMessage read(MessageLine line) {
        String id = String.valueOf(line.number());
        if (!line.isReadable()) {
            String problem = file + ":" + line.number() + ":" + line.unreadableFrom() + ": " + line.whatIsWrong()
                    + " (legal: " + legalLine() + ")";
            return new ReadMessage(id, null, List.of(problem));
        }
        return switch (format) {
            case TEXT ->
                new ReadMessage(id, new CustomerMessage(line.text(), alone(id), Speaker.CUSTOMER, null), List.of());
            case JSON -> new JsonMessage(file + ":" + line.number() + ":", id, redacted).read(line.text());
        };
    }

    /** The conversation of a message that names none: no other message has it. */
    static String alone(String line) {
        return "line " + line;
    }

    private String legalLine() {
        return switch (format) {
            case TEXT -> "where is my parcel";
            case JSON -> JsonMessage.LEGAL_LINE;
        };
    }
}
