package io.heed.jobs.commands.language;

import java.io.BufferedInputStream;
import java.io.IOException;

/** How a file holds messages, one a line. */
enum MessageFormat {
    /** A line is the text of a message. */
    TEXT,
    /** A line is a JSON object with the text and what is known of it. */
    JSON;

    private static final int LOOK_AHEAD_BYTES = 1 << 16;

    /** The format that the first character other than a blank tells; nothing is taken from the stream. */
    static MessageFormat of(BufferedInputStream in) throws IOException {
        in.mark(LOOK_AHEAD_BYTES);
        int next = in.read();
        for (int i = 1; i < LOOK_AHEAD_BYTES && next >= 0 && Character.isWhitespace(next); i++) {
            next = in.read();
        }
        in.reset();
        return next == '{' ? JSON : TEXT;
    }
}
