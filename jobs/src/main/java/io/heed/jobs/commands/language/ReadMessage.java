package io.heed.jobs.commands.language;

import io.heed.language.CustomerMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a line held.
 *
 * @param id the given one, else the number of the line
 * @param message null where there are problems
 * @param problems all that is wrong with the line, each with its place
 */
record ReadMessage(String id, @Nullable CustomerMessage message, List<String> problems) {
    ReadMessage {
        problems = List.copyOf(problems);
        if ((message == null) == problems.isEmpty()) {
            throw new IllegalArgumentException("message is not there where nothing is wrong, or problems are: " + id);
        }
    }
}
